"""Arrays joined, chosen from, compared."""

from typing import Any

import torch

from .creation import asarray
from .dtypes import dtype as dtype_of
from .dtypes import generic, torch_dtype
from .exceptions import AxisError
from .multiarray import as_tensor, ndarray, together, wrap
from .objectarray import joined
from .scalarmath import result_class

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


def concatenate(arrays: Any, axis: int | None = 0, dtype: Any = None) -> ndarray:
    """Arrays one after the other along a dimension; without one, all elements in a row.

    Raises:
        ValueError: when there is none, or their shapes do not go together.
    """
    parts = [asarray(each) for each in arrays]
    if not parts:
        raise ValueError('need at least one array to concatenate')
    if axis is None:
        parts, axis = [each.reshape(-1) for each in parts], 0
    _require_one_form(parts, axis)
    if any(each.dtype.kind in 'UO' for each in parts):
        return joined(parts, axis)
    kind = torch_dtype(dtype) or _common([each._t.dtype for each in parts])
    return ndarray._of(torch.cat([each._t.to(kind) for each in parts], axis))


def _common(kinds: list[Any]) -> Any:
    """The dtype that holds the numbers of all: float64 for float32 beside wide integers."""
    found = kinds[0]
    for kind in kinds[1:]:
        found = result_class(dtype_of(found).type, dtype_of(kind).type)._kind
    return found


def _require_one_form(parts: list[ndarray], axis: int) -> None:
    first = parts[0]
    if any(not each.ndim for each in parts):
        raise ValueError('zero-dimensional arrays cannot be concatenated')
    if not -first.ndim <= axis < first.ndim:
        raise AxisError(axis, first.ndim)
    for place, each in enumerate(parts):
        if each.ndim != first.ndim:
            raise ValueError(
                'all the input arrays must have same number of dimensions, but the array at index 0 has '
                f'{first.ndim} dimension(s) and the array at index {place} has {each.ndim} dimension(s)'
            )
        for along, pair in enumerate(zip(first.shape, each.shape, strict=True)):
            if along != axis % first.ndim and pair[0] != pair[1]:
                raise ValueError(
                    'all the input array dimensions for the concatenation axis must match exactly, but along '
                    f'dimension {along}, the array at index 0 has size {pair[0]} and the array at index '
                    f'{place} '
                    f'has size {pair[1]}'
                )


def stack(arrays: Any, axis: int = 0) -> ndarray:
    """Arrays one after the other along a new dimension.

    Raises:
        ValueError: when there is none, or their shapes differ.
    """
    parts = [asarray(each) for each in arrays]
    if not parts:
        raise ValueError('need at least one array to stack')
    if len({each.shape for each in parts}) > 1:
        raise ValueError('all input arrays must have the same shape')
    return concatenate([expand_dims(each, axis) for each in parts], axis)


def vstack(tup: Any) -> ndarray:
    """Arrays one below the other."""
    return concatenate([a if a.ndim > 1 else a.reshape(1, -1) for a in map(asarray, tup)])


def hstack(tup: Any) -> ndarray:
    """Arrays one beside the other."""
    arrays = [asarray(a) for a in tup]
    return concatenate(arrays, 0 if arrays[0].ndim == 1 else 1)


def expand_dims(a: Any, axis: Any) -> ndarray:
    """With further dimensions of size 1.

    Raises:
        AxisError: for a place behind the dimensions that there then are.
    """
    made = asarray(a)
    several = sorted(axis) if isinstance(axis, (tuple, list)) else [axis]
    rank = made.ndim + len(several)
    for each in several:
        if not -rank <= each < rank:
            raise AxisError(each, rank)
    for each in sorted(each % rank for each in several):
        made = made._like(made._t.unsqueeze(each))
    return made


def where(condition: Any, x: Any = None, y: Any = None) -> Any:
    """Elements of x where the condition holds, of y elsewhere; alone, the places where it holds.

    Raises:
        ValueError: when only one of x and y is given.
    """
    mask = as_tensor(condition).bool()
    if (x is None) != (y is None):
        raise ValueError('either both or neither of x and y should be given')
    if x is None:
        found = mask.nonzero()
        return tuple(ndarray._of(found[:, i]) for i in range(mask.dim()))
    first, second = asarray(x), asarray(y)
    if 'U' in (kinds := first.dtype.kind + second.dtype.kind) or 'O' in kinds:
        return _chosen_objects(mask, first, second)
    kind = _common([first._t.dtype, second._t.dtype])
    plain = [isinstance(each, (bool, int, float)) and not isinstance(each, generic) for each in (x, y)]
    if plain[0] != plain[1]:
        left, right = together(first._t, y) if plain[1] else reversed(together(second._t, x))
        kind = next(each for each in (left, right) if isinstance(each, torch.Tensor)).dtype
    return wrap(torch.where(mask, first._t.to(kind), second._t.to(kind)))


def _chosen_objects(mask: Any, first: ndarray, second: ndarray) -> ndarray:
    both = joined([first.reshape(-1), second.reshape(-1)])
    left = torch.arange(first.size).reshape(first.shape)
    right = torch.arange(first.size, first.size + second.size).reshape(second.shape)
    return both._like(both._t[torch.where(mask, left, right)])


def outer(a: Any, b: Any) -> ndarray:
    """All products of the elements of two vectors."""
    return asarray(a).reshape(-1, 1) * asarray(b).reshape(1, -1)


def diag(v: Any, k: int = 0) -> ndarray:
    """The matrix with a vector as its diagonal, or the diagonal of a matrix; `k` above the main one.

    Raises:
        ValueError: unless there are one or two dimensions.
    """
    source = as_tensor(v)
    if source.dim() not in (1, 2):
        raise ValueError('Input must be 1- or 2-d.')
    return ndarray._of(torch.diag(source, k))


def allclose(a: Any, b: Any, rtol: float = 1e-05, atol: float = 1e-08, equal_nan: bool = False) -> bool:
    """Whether all elements are equal within tolerances."""
    left, right = asarray(a), asarray(b)
    near = asarray(abs(left - right) <= abs(right) * rtol + atol) | asarray(left == right)
    if equal_nan:
        near = near | (asarray(left != left) & asarray(right != right))
    return bool(near.all())


def array_equal(a1: Any, a2: Any, equal_nan: bool = False) -> bool:
    """Whether shapes and elements are equal."""
    left, right = asarray(a1), asarray(a2)
    if left.shape != right.shape:
        return False
    same = asarray(left == right)
    return bool((same | (asarray(left != left) & asarray(right != right)) if equal_nan else same).all())


def isscalar(element: Any) -> bool:
    """Whether it is a single number or string."""
    return isinstance(element, (bool, int, float, str))
