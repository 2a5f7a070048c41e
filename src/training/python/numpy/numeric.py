"""Arrays joined, chosen from, compared."""

from typing import Any

import torch

from .creation import asarray
from .multiarray import as_tensor, ndarray, together, wrap

__all__ = [
    'allclose',
    'array_equal',
    'concatenate',
    'diag',
    'expand_dims',
    'hstack',
    'isscalar',
    'outer',
    'stack',
    'vstack',
    'where',
]

_OFFERED_BY = 'numpy'


def concatenate(arrays: Any, axis: int = 0) -> ndarray:
    """Arrays one after the other along a dimension."""
    return ndarray._of(torch.cat([as_tensor(each) for each in arrays], axis))


def stack(arrays: Any, axis: int = 0) -> ndarray:
    """Arrays one after the other along a new dimension."""
    return ndarray._of(torch.stack([as_tensor(each) for each in arrays], axis))


def vstack(tup: Any) -> ndarray:
    """Arrays one below the other."""
    return concatenate([a if a.ndim > 1 else a.reshape(1, -1) for a in map(asarray, tup)])


def hstack(tup: Any) -> ndarray:
    """Arrays one beside the other."""
    arrays = [asarray(a) for a in tup]
    return concatenate(arrays, 0 if arrays[0].ndim == 1 else 1)


def expand_dims(a: Any, axis: int) -> ndarray:
    """With a further dimension of size 1."""
    return ndarray._of(as_tensor(a).unsqueeze(axis))


def where(condition: Any, x: Any = None, y: Any = None) -> Any:
    """Elements of x where the condition holds, of y elsewhere; alone, the places where it holds."""
    mask = as_tensor(condition).bool()
    if x is None:
        found = mask.nonzero()
        return tuple(ndarray._of(found[:, i]) for i in range(mask.dim()))
    left, right = together(as_tensor(x), y)
    if not isinstance(right, torch.Tensor):
        right = torch.tensor(right, dtype=left.dtype)
    return wrap(torch.where(mask, left, right))


def outer(a: Any, b: Any) -> ndarray:
    """All products of the elements of two vectors."""
    return asarray(a).reshape(-1, 1) * asarray(b).reshape(1, -1)


def diag(v: Any) -> ndarray:
    """The matrix with a vector as its diagonal, or the diagonal of a matrix."""
    source = as_tensor(v)
    positions = torch.arange(source.shape[0])
    if source.dim() == 2:
        return ndarray._of(source[positions, positions])
    made = torch.zeros(source.shape[0], source.shape[0], dtype=source.dtype)
    made[positions, positions] = source
    return ndarray._of(made)


def allclose(a: Any, b: Any, rtol: float = 1e-05, atol: float = 1e-08) -> bool:
    """Whether all elements are equal within tolerances."""
    left, right = asarray(a), asarray(b)
    return bool(asarray(abs(left - right) <= abs(right) * rtol + atol).all())


def array_equal(a1: Any, a2: Any) -> bool:
    """Whether shapes and elements are equal."""
    left, right = asarray(a1), asarray(a2)
    return left.shape == right.shape and bool((left == right).all())


def isscalar(element: Any) -> bool:
    """Whether it is a single number or string."""
    return isinstance(element, (bool, int, float, str))
