"""As in PyTorch, a module of its own for the distribution."""

from .counts import Poisson

__all__ = ['Poisson']

_OFFERED_BY = 'torch.distributions'
_OFFERED = []
