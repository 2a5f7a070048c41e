"""As in PyTorch, a module of its own for the distribution."""

from .gamma_family import StudentT

__all__ = ['StudentT']

_OFFERED_BY = 'torch.distributions'
_OFFERED = []
