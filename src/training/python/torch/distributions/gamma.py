"""As in PyTorch, a module of its own for the distribution."""

from .gamma_family import Gamma

__all__ = ['Gamma']

_OFFERED_BY = 'torch.distributions'
_OFFERED = []
