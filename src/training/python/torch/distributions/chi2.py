"""As in PyTorch, a module of its own for the distribution."""

from .gamma_family import Chi2

__all__ = ['Chi2']

_OFFERED_BY = 'torch.distributions'
_OFFERED = []
