"""torch.backends: the libraries that compute elsewhere; here the engine does."""

from . import cuda, cudnn, mkl, mps

__all__ = ['cuda', 'cudnn', 'mkl', 'mps']
