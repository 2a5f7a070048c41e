"""How far apart, or how alike, vectors are."""

from ..._tensor import Tensor
from .. import functional
from .module import Module

__all__ = ['CosineSimilarity', 'PairwiseDistance']

_OFFERED_BY = 'torch.nn.modules'


class CosineSimilarity(Module):
    """x1 · x2 / (|x1| |x2|) along a dimension."""

    def __init__(self, dim: int = 1, eps: float = 1e-08) -> None:
        super().__init__()
        self.dim = dim
        self.eps = eps

    def forward(self, x1: Tensor, x2: Tensor) -> Tensor:
        """The shape without the dimension."""
        return functional.cosine_similarity(x1, x2, self.dim, self.eps)


class PairwiseDistance(Module):
    """The p-norm of x1 - x2 + eps along the last dimension."""

    def __init__(self, p: float = 2.0, eps: float = 1e-06, keepdim: bool = False) -> None:
        super().__init__()
        self.norm = p
        self.eps = eps
        self.keepdim = keepdim

    def forward(self, x1: Tensor, x2: Tensor) -> Tensor:
        """(n, d) to (n), or to (n, 1) with `keepdim`."""
        return functional.pairwise_distance(x1, x2, self.norm, self.eps, self.keepdim)
