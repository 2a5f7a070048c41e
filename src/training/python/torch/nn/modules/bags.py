"""Embedded bags of words, and rectifiers with random slopes."""

from typing import Any

from ... import _operations
from ..._dtypes import Device, dtype
from ..._grad_mode import no_grad
from ..._tensor import Tensor
from .. import _bags, init
from ..parameter import Parameter
from .activation import InPlace
from .module import Module

__all__ = ['EmbeddingBag', 'RReLU']

_OFFERED_LATE_BY = 'torch.nn'


class EmbeddingBag(Module):
    """The sum, mean or maximum of the vectors of each bag of words, standard normal at first.

    Args:
        num_embeddings: how many vectors.
        embedding_dim: their size.
        mode: `sum`, `mean` or `max`.
        include_last_offset: whether the last offset is where the last bag ends.
        max_norm, norm_type, scale_grad_by_freq, sparse, padding_idx: as of `Embedding`.

    Raises:
        AssertionError: when `padding_idx` is out of range, or a given weight has another shape.
    """

    __module__ = 'torch.nn.modules.sparse'

    def __init__(
        self,
        num_embeddings: int,
        embedding_dim: int,
        max_norm: float | None = None,
        norm_type: float = 2.0,
        scale_grad_by_freq: bool = False,
        mode: str = 'mean',
        sparse: bool = False,
        _weight: Tensor | None = None,
        include_last_offset: bool = False,
        padding_idx: int | None = None,
        device: Device = None,
        dtype: dtype | None = None,
    ) -> None:
        super().__init__()
        self.num_embeddings = num_embeddings
        self.embedding_dim = embedding_dim
        self.max_norm = max_norm
        self.norm_type = norm_type
        self.scale_grad_by_freq = scale_grad_by_freq
        if padding_idx is not None:
            if not -num_embeddings <= padding_idx < num_embeddings:
                raise AssertionError('padding_idx must be within num_embeddings')
            padding_idx %= num_embeddings
        self.padding_idx = padding_idx
        shape = (num_embeddings, embedding_dim)
        if _weight is None:
            self.weight = Parameter(_operations.empty(shape, device=device, dtype=dtype))
            self.reset_parameters()
        else:
            if tuple(_weight.shape) != shape:
                raise AssertionError('Shape of weight does not match num_embeddings and embedding_dim')
            self.weight = Parameter(_weight)
        self.mode = mode
        self.sparse = sparse
        self.include_last_offset = include_last_offset

    def reset_parameters(self) -> None:
        """Draws new initial values."""
        init.normal_(self.weight)
        if self.padding_idx is not None:
            with no_grad():
                self.weight[self.padding_idx].fill_(0)

    @classmethod
    def from_pretrained(cls, embeddings: Tensor, freeze: bool = True, **options: Any) -> 'EmbeddingBag':
        """With the rows of a matrix as its vectors; not learned unless `freeze` is False.

        Raises:
            AssertionError: unless the vectors are rows of a matrix.
        """
        if embeddings.dim() != 2:
            raise AssertionError('Embeddings parameter is expected to be 2-dimensional')
        rows, columns = embeddings.shape
        made = cls(rows, columns, _weight=embeddings, **options)
        made.weight.requires_grad = not freeze
        return made

    def forward(
        self, input: Tensor, offsets: Tensor | None = None, per_sample_weights: Tensor | None = None
    ) -> Tensor:
        """Words (bags, length), or in one row with `offsets`, to (bags, embedding_dim)."""
        return _bags.embedding_bag(
            input,
            self.weight,
            offsets,
            self.max_norm,
            self.norm_type,
            self.scale_grad_by_freq,
            self.mode,
            self.sparse,
            per_sample_weights,
            self.include_last_offset,
            self.padding_idx,
        )

    def extra_repr(self) -> str:
        shown = {
            'max_norm': (self.max_norm, None),
            'norm_type': (self.norm_type, 2),
            'scale_grad_by_freq': (self.scale_grad_by_freq, False),
        }
        parts = [f', {name}={value}' for name, (value, usual) in shown.items() if value != usual]
        parts.append(f', mode={self.mode!r}')
        if self.padding_idx is not None:
            parts.append(f', padding_idx={self.padding_idx}')
        return f'{self.num_embeddings}, {self.embedding_dim}' + ''.join(parts)


class RReLU(InPlace):
    """x above 0, x times a slope below that is drawn while training (Xu et al., 2015)."""

    __module__ = 'torch.nn.modules.activation'
    _shown = ('lower', 'upper')

    def __init__(self, lower: float = 1.0 / 8, upper: float = 1.0 / 3, inplace: bool = False) -> None:
        super().__init__(inplace)
        self.lower = lower
        self.upper = upper

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return _bags.rrelu(input, self.lower, self.upper, self.training, self.inplace)
