"""As in PyTorch, a module of its own for the distribution."""

from .discrete import Categorical

__all__ = ['Categorical']

_OFFERED_BY = 'torch.distributions'
_OFFERED = []
