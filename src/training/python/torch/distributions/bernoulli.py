"""As in PyTorch, a module of its own for the distribution."""

from .discrete import Bernoulli

__all__ = ['Bernoulli']

_OFFERED_BY = 'torch.distributions'
_OFFERED = []
