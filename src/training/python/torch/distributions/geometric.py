"""As in PyTorch, a module of its own for the distribution."""

from .counts import Geometric

__all__ = ['Geometric']

_OFFERED_BY = 'torch.distributions'
_OFFERED = []
