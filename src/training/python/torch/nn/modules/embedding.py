"""Learned vectors for numbers."""

from typing import Any

from ... import _operations
from .. import init
from ..parameter import Parameter
from .module import Module


class Embedding(Module):
    """A vector for each of the numbers 0 to num_embeddings - 1, standard normal at first."""

    __module__ = 'torch.nn.modules.sparse'

    def __init__(
        self, num_embeddings: int, embedding_dim: int, device: Any = None, dtype: Any = None
    ) -> None:
        super().__init__()
        self.num_embeddings = num_embeddings
        self.embedding_dim = embedding_dim
        self.weight = Parameter(
            _operations.zeros((num_embeddings, embedding_dim), device=device, dtype=dtype)
        )
        init.normal_(self.weight)

    def forward(self, input: Any) -> Any:
        """int64 of any shape to that shape with embedding_dim behind."""
        found = self.weight.index_select(0, input.reshape(-1))
        return found.reshape(*input.shape, self.embedding_dim)

    def extra_repr(self) -> str:
        return f'{self.num_embeddings}, {self.embedding_dim}'
