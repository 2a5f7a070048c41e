"""torch.linalg."""

from typing import Any

from .. import _operations_linalg
from .._handle import LinAlgError
from .._operations_linalg import *  # noqa: F403


def norm(
    A: Any, ord: Any = None, dim: Any = None, keepdim: bool = False, *, out: Any = None, dtype: Any = None
) -> Any:
    """A vector's norm, or a matrix's Frobenius norm; of all elements unless told otherwise."""
    source = A if dtype is None else A.to(dtype)
    dims = (dim,) if isinstance(dim, int) else dim
    if ord is None and dims is None:
        return _operations_linalg.vector_norm(source, 2, None, keepdim)
    count = source.dim() if dims is None else len(dims)
    if count == 1 or (count == 2 and ord in ('fro', None)):
        return _operations_linalg.vector_norm(source, 2 if ord in ('fro', None) else ord, dims, keepdim)
    raise NotImplementedError(f'D2L Exercises does not support torch.linalg.norm(ord={ord!r}) of matrices')


def matrix_norm(A: Any, ord: Any = 'fro', dim: Any = (-2, -1), keepdim: bool = False) -> Any:
    """The Frobenius norm of matrices."""
    return norm(A, ord, dim, keepdim)


__all__ = ['LinAlgError', *_operations_linalg.__all__, 'matrix_norm', 'norm']


def __getattr__(name: str) -> Any:
    from .._names import missing

    raise missing('torch.linalg', name)
