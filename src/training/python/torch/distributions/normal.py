"""As in PyTorch, a module of its own for the distribution."""

from .continuous import Normal

__all__ = ['Normal']

_OFFERED_BY = 'torch.distributions'
_OFFERED = []
