"""Bit-wise operations."""

import torch

from .elementwise import of_one, of_two

__all__ = ['bitwise_and', 'bitwise_not', 'bitwise_or', 'bitwise_xor', 'invert']

_OFFERED_LATE_BY = 'numpy'

invert = bitwise_not = of_one('invert', torch.bitwise_not, False)
bitwise_and = of_two('bitwise_and', torch.bitwise_and)
bitwise_or = of_two('bitwise_or', torch.bitwise_or)
bitwise_xor = of_two('bitwise_xor', torch.bitwise_xor)
