"""Learned vectors for numbers."""

from ... import _operations
from ..._dtypes import Device, dtype
from ..._grad_mode import no_grad
from ..._tensor import Tensor
from .. import functional, init
from ..parameter import Parameter
from .module import Module

__all__ = ['Embedding']

_OFFERED_BY = 'torch.nn.modules'


class Embedding(Module):
    """A vector for each of the numbers 0 to num_embeddings - 1, standard normal at first.

    Args:
        num_embeddings: how many vectors.
        embedding_dim: their size.
        padding_idx: a number whose vector is zeros and stays so.
        max_norm: vectors that are longer are shortened when they are asked for.
        norm_type: p of that norm.
        scale_grad_by_freq: whether gradients are divided by how often a number is in the input.
        sparse: whether gradients are to be sparse; they are dense here.

    Raises:
        AssertionError: when `padding_idx` is out of range, or a given weight has another shape.
    """

    def __init__(
        self,
        num_embeddings: int,
        embedding_dim: int,
        padding_idx: int | None = None,
        max_norm: float | None = None,
        norm_type: float = 2.0,
        scale_grad_by_freq: bool = False,
        sparse: bool = False,
        _weight: Tensor | None = None,
        _freeze: bool = False,
        device: Device = None,
        dtype: dtype | None = None,
    ) -> None:
        super().__init__()
        if padding_idx is not None:
            if not -num_embeddings <= padding_idx < num_embeddings:
                raise AssertionError('Padding_idx must be within num_embeddings')
            padding_idx %= num_embeddings
        self.num_embeddings = num_embeddings
        self.embedding_dim = embedding_dim
        self.padding_idx = padding_idx
        self.max_norm = max_norm
        self.norm_type = norm_type
        self.scale_grad_by_freq = scale_grad_by_freq
        self.sparse = sparse
        if _weight is None:
            shape = (num_embeddings, embedding_dim)
            self.weight = Parameter(_operations.zeros(shape, device=device, dtype=dtype), not _freeze)
            self.reset_parameters()
        else:
            if list(_weight.shape) != [num_embeddings, embedding_dim]:
                raise AssertionError('Shape of weight does not match num_embeddings and embedding_dim')
            self.weight = Parameter(_weight, not _freeze)

    def reset_parameters(self) -> None:
        """Draws new initial values."""
        init.normal_(self.weight)
        if self.padding_idx is not None:
            with no_grad():
                self.weight[self.padding_idx].fill_(0)

    @classmethod
    def from_pretrained(
        cls,
        embeddings: Tensor,
        freeze: bool = True,
        padding_idx: int | None = None,
        max_norm: float | None = None,
        norm_type: float = 2.0,
        scale_grad_by_freq: bool = False,
        sparse: bool = False,
    ) -> 'Embedding':
        """An embedding with the rows of a matrix as its vectors; not learned unless `freeze` is False.

        Raises:
            AssertionError: unless the vectors are rows of a matrix.
        """
        if embeddings.dim() != 2:
            raise AssertionError('Embeddings parameter is expected to be 2-dimensional')
        rows, columns = embeddings.shape
        options = (padding_idx, max_norm, norm_type, scale_grad_by_freq, sparse)
        return cls(rows, columns, *options, _weight=embeddings, _freeze=freeze)

    def forward(self, input: Tensor) -> Tensor:
        """int64 of any shape to that shape with embedding_dim behind."""
        if self.max_norm is not None or self.scale_grad_by_freq:
            from .. import _bags

            options = (self.padding_idx, self.max_norm, self.norm_type, self.scale_grad_by_freq)
            return _bags.embedded(input, self.weight, *options)
        return functional.embedding(input, self.weight, self.padding_idx)

    def extra_repr(self) -> str:
        text = f'{self.num_embeddings}, {self.embedding_dim}'
        shown = {
            'padding_idx': (self.padding_idx, None),
            'max_norm': (self.max_norm, None),
            'norm_type': (self.norm_type, 2),
            'scale_grad_by_freq': (self.scale_grad_by_freq, False),
        }
        parts = [f', {name}={value}' for name, (value, usual) in shown.items() if value != usual]
        return text + ''.join(parts) + (', sparse=True' if self.sparse else '')
