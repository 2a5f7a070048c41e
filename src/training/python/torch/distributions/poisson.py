"""As in PyTorch, a module of its own for the distribution."""

from .counts import Poisson

__all__ = ['Poisson']
