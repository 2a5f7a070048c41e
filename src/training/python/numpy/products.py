"""Matrix and vector products."""

import math
from typing import Any

import torch

from .creation import asarray
from .multiarray import as_tensor, ndarray, together, wrap

__all__ = ['cross', 'dot', 'einsum', 'inner', 'kron', 'tensordot', 'trace', 'vdot']

_OFFERED_LATE_BY = 'numpy'


def cross(a: Any, b: Any, axis: int = -1) -> Any:
    """The vector product of vectors of three, or of two in a plane, along a dimension.

    Raises:
        ValueError: for vectors of other lengths.
    """
    left, right = (as_tensor(each).movedim(axis, -1) for each in (a, b))
    if not {left.shape[-1], right.shape[-1]} <= {2, 3}:
        raise ValueError('incompatible dimensions for cross product\n(dimension must be 2 or 3)')
    if left.shape[-1] == right.shape[-1] == 2:
        return wrap(left[..., 0] * right[..., 1] - left[..., 1] * right[..., 0])
    left, right = (
        torch.cat([each, torch.zeros_like(each[..., :1])], -1) if each.shape[-1] == 2 else each
        for each in (left, right)
    )
    left, right = torch.broadcast_tensors(left, right)
    return ndarray._of(torch.linalg.cross(left, right).movedim(-1, axis))


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


def dot(a: Any, b: Any) -> Any:
    """The product of vectors or matrices; with a number, of all elements.

    Raises:
        ValueError: when the dimensions that are summed over differ.
    """
    left, right = together(as_tensor(a), asarray(b))
    if left.dtype is not right.dtype:
        left, right = left.double(), right.double()
    if not left.dim() or not right.dim():
        return wrap(left * right)
    inner = max(right.dim() - 2, 0)
    if left.shape[-1] != right.shape[inner]:
        shapes = [str(tuple(each.shape)).replace(' ', '') for each in (left, right)]
        raise ValueError(
            f'shapes {shapes[0]} and {shapes[1]} not aligned: {left.shape[-1]} (dim {left.dim() - 1}) != '
            f'{right.shape[inner]} (dim {inner})'
        )
    if right.dim() > 2:
        return tensordot(ndarray._of(left), ndarray._of(right), ([left.dim() - 1], [inner]))
    return wrap(left @ right)
