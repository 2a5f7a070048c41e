"""As in PyTorch, a module of its own for the distribution."""

from .continuous import Laplace

__all__ = ['Laplace']

_OFFERED_BY = 'torch.distributions'
_OFFERED = []
