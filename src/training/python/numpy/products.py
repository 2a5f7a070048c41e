"""Matrix and vector products."""

import math
from typing import Any

import torch

from .creation import asarray
from .multiarray import as_tensor, ndarray, wrap

__all__ = ['cross', 'einsum', 'inner', 'kron', 'tensordot', 'trace', 'vdot']

_OFFERED_LATE_BY = 'numpy'


def cross(a: Any, b: Any) -> ndarray:
    """The vector product of vectors of three, along the last dimension."""
    left, right = torch.broadcast_tensors(as_tensor(a), as_tensor(b))
    return ndarray._of(torch.linalg.cross(left, right))


def kron(a: Any, b: Any) -> ndarray:
    """The Kronecker product."""
    return ndarray._of(torch.kron(as_tensor(a), as_tensor(b)))


def tensordot(a: Any, b: Any, axes: Any = 2) -> Any:
    """Sums of products over dimensions: the last and first `axes` of them, or those named."""
    left, right = as_tensor(a), as_tensor(b)
    if isinstance(axes, int):
        first, second = list(range(left.dim() - axes, left.dim())), list(range(axes))
    else:
        first, second = ([each] if isinstance(each, int) else list(each) for each in axes)
    rest = [each for each in range(left.dim()) if each - left.dim() not in first and each not in first]
    other = [each for each in range(right.dim()) if each - right.dim() not in second and each not in second]
    count = math.prod(left.shape[each] for each in first)
    rows = left.permute(*rest, *first).reshape(-1, count)
    columns = right.permute(*second, *other).reshape(count, -1)
    sizes = [left.shape[each] for each in rest] + [right.shape[each] for each in other]
    return wrap((rows @ columns).reshape(sizes))


def vdot(a: Any, b: Any) -> Any:
    """The sum of the products of all elements."""
    return wrap((as_tensor(a).reshape(-1) * as_tensor(b).reshape(-1)).sum())


def einsum(subscripts: str, *operands: Any) -> Any:
    """Sums of products by Einstein's convention."""
    return wrap(torch.einsum(subscripts, *(as_tensor(each) for each in operands)))


def inner(a: Any, b: Any) -> Any:
    """The sum of products over the last dimensions."""
    left, right = asarray(a), asarray(b)
    return left @ (right.T if right.ndim > 1 else right)


def trace(a: Any) -> Any:
    """The sum of the diagonal."""
    return wrap(as_tensor(a).diagonal().sum())
