"""As in PyTorch, a module of its own for the distribution."""

from .gamma_family import Beta

__all__ = ['Beta']

_OFFERED_BY = 'torch.distributions'
_OFFERED = []
