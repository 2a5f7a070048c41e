"""Array manipulation: joined, split, repeated, turned, with more or fewer elements."""

from itertools import pairwise
from typing import Any

import torch

from .creation import asarray
from .multiarray import as_tensor, ndarray

__all__ = [
    'append',
    'array_split',
    'atleast_1d',
    'atleast_2d',
    'broadcast_arrays',
    'broadcast_to',
    'column_stack',
    'delete',
    'dstack',
    'flip',
    'fliplr',
    'flipud',
    'hsplit',
    'insert',
    'moveaxis',
    'repeat',
    'roll',
    'rot90',
    'row_stack',
    'split',
    'swapaxes',
    'tile',
    'vsplit',
]

_OFFERED_LATE_BY = 'numpy'


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
    """Parts along a dimension: so many equal ones, or cut at places.

    Raises:
        ValueError: when a number of equal parts does not divide the dimension.
    """
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


def append(arr: Any, values: Any, axis: int | None = None) -> ndarray:
    """Values after the end."""
    first, second = asarray(arr), asarray(values)
    if axis is None:
        first, second, axis = first.reshape(-1), second.reshape(-1), 0
    kind = torch.result_type(first._t, second._t) if first.dtype != second.dtype else first._t.dtype
    return ndarray._of(torch.cat([first._t.to(kind), second._t.to(kind)], axis))


def column_stack(tup: Any) -> ndarray:
    """Vectors side by side as the columns of a matrix."""
    parts = [asarray(a) for a in tup]
    return ndarray._of(torch.cat([a._t.reshape(-1, 1) if a.ndim == 1 else a._t for a in parts], 1))


def swapaxes(a: Any, axis1: int, axis2: int) -> ndarray:
    """With two dimensions exchanged."""
    return ndarray._of(as_tensor(a).transpose(axis1, axis2))


def broadcast_to(array: Any, shape: Any) -> ndarray:
    """Repeated to a shape, as a view."""
    return ndarray._of(as_tensor(array).expand(shape))


def _at_least(count: int) -> Any:
    def shaped(*arys: Any) -> Any:
        made = [ndarray._of(getattr(torch, f'atleast_{count}d')(as_tensor(each))) for each in arys]
        return made[0] if len(made) == 1 else made

    shaped.__name__ = shaped.__qualname__ = f'atleast_{count}d'
    shaped.__doc__ = f'With at least {count} dimension{"s" if count > 1 else ""}.'
    return shaped


atleast_1d = _at_least(1)
atleast_2d = _at_least(2)


def rot90(m: Any, k: int = 1, axes: Any = (0, 1)) -> ndarray:
    """Turned by k quarters in the plane of two dimensions."""
    return ndarray._of(torch.rot90(as_tensor(m), k, list(axes)))


def moveaxis(a: Any, source: Any, destination: Any) -> ndarray:
    """With dimensions moved to other places."""
    return ndarray._of(as_tensor(a).movedim(source, destination))


def delete(arr: Any, obj: Any, axis: int | None = None) -> ndarray:
    """Without elements (or parts along a dimension).

    Raises:
        IndexError: for a place outside the dimension.
    """
    source, along = along_axis(arr, axis)
    size = source.shape[along]
    if isinstance(obj, slice):
        gone = set(range(*obj.indices(size)))
    else:
        places = [obj] if isinstance(obj, int) else asarray(obj).tolist()
        for place in places:
            if not -size <= place < size:
                raise IndexError(f'index {place} is out of bounds for axis {along} with size {size}')
        gone = {place % size for place in places}
    kept = torch.tensor([place for place in range(size) if place not in gone], dtype=torch.int64)
    return ndarray._of(source.index_select(along, kept))


def insert(arr: Any, obj: int, values: Any, axis: int | None = None) -> ndarray:
    """With elements (or a part along a dimension) put in before a place."""
    source, along = along_axis(arr, axis)
    place = obj if obj >= 0 else obj + source.shape[along]
    added = as_tensor(values).to(source.dtype)
    shape = list(source.shape)
    shape[along] = added.numel() if source.dim() == 1 else 1
    between = added.reshape(-1) if source.dim() == 1 else added.unsqueeze(along) if added.dim() else added
    before, behind = source.narrow(along, 0, place), source.narrow(along, place, source.shape[along] - place)
    return ndarray._of(torch.cat([before, between.expand(shape), behind], along))


def along_axis(arr: Any, axis: int | None) -> tuple[Any, int]:
    """The tensor and the dimension to work along; without one, all elements in a row."""
    source = as_tensor(arr)
    return (source.reshape(-1), 0) if axis is None else (source, axis)


def dstack(tup: Any) -> ndarray:
    """Arrays one behind the other, along the third dimension."""
    return ndarray._of(torch.dstack([as_tensor(each) for each in tup]))


def row_stack(tup: Any) -> ndarray:
    """Arrays one below the other."""
    return ndarray._of(torch.vstack([as_tensor(each) for each in tup]))


def hsplit(ary: Any, indices_or_sections: Any) -> list[ndarray]:
    """Parts beside one another."""
    return split(ary, indices_or_sections, 0 if asarray(ary).ndim == 1 else 1)


def vsplit(ary: Any, indices_or_sections: Any) -> list[ndarray]:
    """Parts below one another."""
    return split(ary, indices_or_sections, 0)


def broadcast_arrays(*args: Any) -> list[ndarray]:
    """Arrays of one shape."""
    return [ndarray._of(each) for each in torch.broadcast_tensors(*map(as_tensor, args))]
