"""Arrays from parts of others: repeated, turned, cut, chosen."""

from itertools import pairwise
from typing import Any

import torch

from .array import as_tensor, ndarray, wrap
from .creation import array, asarray


def repeat(a: Any, repeats: Any, axis: int | None = None) -> ndarray:
    """Every element (or part along a dimension) several times."""
    source = as_tensor(a)
    if axis is None:
        source, axis = source.reshape(-1), 0
    counts = (
        [int(repeats)] * source.shape[axis] if hasattr(repeats, '__index__') else asarray(repeats).tolist()
    )
    places = [place for place, count in enumerate(counts) for _ in range(count)]
    return ndarray._of(source.index_select(axis, torch.tensor(places, dtype=torch.int64)))


def tile(A: Any, reps: Any) -> ndarray:
    """The whole several times along each dimension."""
    source = as_tensor(A)
    counts = (int(reps),) if hasattr(reps, '__index__') else tuple(reps)
    counts = (1,) * (source.dim() - len(counts)) + counts
    return ndarray._of(source.repeat(*counts))


def flip(m: Any, axis: Any = None) -> ndarray:
    """In reverse order along dimensions."""
    source = as_tensor(m)
    axes = range(source.dim()) if axis is None else (axis,) if isinstance(axis, int) else axis
    return ndarray._of(source.flip(*axes))


def fliplr(m: Any) -> ndarray:
    """Columns in reverse order."""
    return flip(m, 1)


def flipud(m: Any) -> ndarray:
    """Rows in reverse order."""
    return flip(m, 0)


def roll(a: Any, shift: int, axis: int | None = None) -> ndarray:
    """Moved along a dimension; what leaves at the end comes in at the start."""
    source = as_tensor(a)
    flat = source.reshape(-1) if axis is None else source
    along = 0 if axis is None else axis
    size = flat.shape[along]
    places = torch.tensor([(place - shift) % size for place in range(size)], dtype=torch.int64)
    return ndarray._of(flat.index_select(along, places).reshape(source.shape))


def split(ary: Any, indices_or_sections: Any, axis: int = 0) -> list[ndarray]:
    """Parts along a dimension: so many equal ones, or cut at places."""
    size = asarray(ary).shape[axis]
    if isinstance(indices_or_sections, int):
        if size % indices_or_sections:
            raise ValueError('array split does not result in an equal division')
        return array_split(ary, indices_or_sections, axis)
    return _cut(ary, list(indices_or_sections), axis)


def array_split(ary: Any, indices_or_sections: Any, axis: int = 0) -> list[ndarray]:
    """Parts along a dimension, the first ones larger by one where it does not divide."""
    if not isinstance(indices_or_sections, int):
        return _cut(ary, list(indices_or_sections), axis)
    whole, rest = divmod(asarray(ary).shape[axis], indices_or_sections)
    ends = [number * whole + min(number, rest) for number in range(1, indices_or_sections)]
    return _cut(ary, ends, axis)


def _cut(ary: Any, ends: list[int], axis: int) -> list[ndarray]:
    source = as_tensor(ary)
    bounds = [0, *ends, source.shape[axis]]
    return [ndarray._of(source.narrow(axis, a, b - a)) for a, b in pairwise(bounds)]


def unique(ar: Any, return_index: bool = False, return_counts: bool = False) -> Any:
    """The different elements in order; also where each is first, and how often each is."""
    values = asarray(ar).reshape(-1)
    listed = values.tolist()
    found = sorted(set(listed))
    made = [array(found, values.dtype)]
    if return_index:
        made.append(array([listed.index(value) for value in found]))
    if return_counts:
        made.append(array([listed.count(value) for value in found]))
    return made[0] if len(made) == 1 else tuple(made)


def append(arr: Any, values: Any, axis: int | None = None) -> ndarray:
    """Values after the end."""
    first, second = asarray(arr), asarray(values)
    if axis is None:
        first, second, axis = first.reshape(-1), second.reshape(-1), 0
    kind = torch.result_type(first._t, second._t) if first.dtype != second.dtype else first._t.dtype
    return ndarray._of(torch.cat([first._t.to(kind), second._t.to(kind)], axis))


def nonzero(a: Any) -> tuple[ndarray, ...]:
    """Where elements differ from 0, one array for each dimension."""
    found = as_tensor(a).nonzero()
    return tuple(ndarray._of(found[:, place]) for place in range(found.shape[1]))


def argwhere(a: Any) -> ndarray:
    """Where elements differ from 0, one row for each."""
    return ndarray._of(as_tensor(a).nonzero())


def triu(m: Any, k: int = 0) -> ndarray:
    """The upper triangle, 0 below."""
    return ndarray._of(as_tensor(m).triu(k))


def tril(m: Any, k: int = 0) -> ndarray:
    """The lower triangle, 0 above."""
    return ndarray._of(as_tensor(m).tril(k))


def column_stack(tup: Any) -> ndarray:
    """Vectors side by side as the columns of a matrix."""
    parts = [asarray(a) for a in tup]
    return ndarray._of(torch.cat([a._t.reshape(-1, 1) if a.ndim == 1 else a._t for a in parts], 1))


def swapaxes(a: Any, axis1: int, axis2: int) -> ndarray:
    """With two dimensions exchanged."""
    return ndarray._of(as_tensor(a).transpose(axis1, axis2))


def take(a: Any, indices: Any, axis: int | None = None) -> Any:
    """Elements at some places."""
    source = as_tensor(a)
    return wrap(
        source.reshape(-1)[as_tensor(indices)]
        if axis is None
        else source.index_select(axis, as_tensor(indices))
    )


def broadcast_to(array: Any, shape: Any) -> ndarray:
    """Repeated to a shape, as a view."""
    return ndarray._of(as_tensor(array).expand(shape))


def identity(n: int, dtype: Any = float) -> ndarray:
    """The identity matrix."""
    from . import eye

    return eye(n, dtype=dtype)


def full_like(a: Any, fill_value: Any, dtype: Any = None) -> ndarray:
    """One value everywhere, in the shape of another array."""
    from . import full

    source = asarray(a)
    return full(source.shape, fill_value, source.dtype if dtype is None else dtype)


def empty_like(a: Any, dtype: Any = None) -> ndarray:
    """Zeros in the shape of another array."""
    return full_like(a, 0, dtype)
