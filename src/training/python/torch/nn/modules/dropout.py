"""Dropout: elements or channels become 0 by chance while training."""

from ..._tensor import Tensor
from .. import functional
from .module import Module

__all__ = ['AlphaDropout', 'Dropout', 'Dropout1d', 'Dropout2d']

_OFFERED_BY = 'torch.nn.modules'


class _Dropout(Module):
    """Elements become 0 with probability p; the others are divided by 1 - p."""

    def __init__(self, p: float = 0.5, inplace: bool = False) -> None:
        super().__init__()
        if p < 0 or p > 1:
            raise ValueError(f'dropout probability has to be between 0 and 1, but got {p}')
        self.p = p
        self.inplace = inplace

    def extra_repr(self) -> str:
        return f'p={self.p}, inplace={self.inplace}'


class Dropout(_Dropout):
    """In training, elements become 0 with probability p and the others are divided by 1 - p."""

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.dropout(input, self.p, self.training, self.inplace)


class Dropout1d(_Dropout):
    """In training, whole channels (n, c, l) become 0 with probability p."""

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.dropout1d(input, self.p, self.training, self.inplace)


class Dropout2d(_Dropout):
    """In training, whole channels (n, c, h, w) become 0 with probability p."""

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.dropout2d(input, self.p, self.training, self.inplace)


class AlphaDropout(_Dropout):
    """Dropout that keeps mean and variance of what a SELU gives (Klambauer et al., 2017)."""

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.alpha_dropout(input, self.p, self.training)
