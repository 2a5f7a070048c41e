"""As in PyTorch, a module of its own for the distribution."""

from .discrete import Multinomial

__all__ = ['Multinomial']

_OFFERED_BY = 'torch.distributions'
_OFFERED = []
