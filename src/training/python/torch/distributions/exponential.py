"""As in PyTorch, a module of its own for the distribution."""

from .continuous import Exponential

__all__ = ['Exponential']

_OFFERED_BY = 'torch.distributions'
_OFFERED = []
