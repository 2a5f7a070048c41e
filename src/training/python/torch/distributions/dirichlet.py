"""As in PyTorch, a module of its own for the distribution."""

from .gamma_family import Dirichlet

__all__ = ['Dirichlet']

_OFFERED_BY = 'torch.distributions'
_OFFERED = []
