"""As in PyTorch, a module of its own for the distribution."""

from .continuous import Uniform

__all__ = ['Uniform']

_OFFERED_BY = 'torch.distributions'
_OFFERED = []
