"""The half-normal distribution."""

import math
from typing import Any

from ._half import Half
from .normal import Normal

__all__ = ['HalfNormal']

_OFFERED_LATE_BY = 'torch.distributions'


class HalfNormal(Half):
    """The absolute value of a normal variable with mean 0."""

    _whole = Normal

    @property
    def mean(self) -> Any:
        return self.scale * math.sqrt(2 / math.pi)

    @property
    def variance(self) -> Any:
        return self.scale**2 * (1 - 2 / math.pi)
