"""Indexing: elements by their places, places in every dimension, coordinates of grids."""

import itertools
from collections.abc import Iterator
from typing import Any

import torch

from .creation import arange, asarray, linspace
from .manipulation import along_axis
from .multiarray import as_tensor, ndarray, wrap
from .numeric import concatenate, where

__all__ = [
    'c_',
    'compress',
    'copyto',
    'diagonal',
    'fill_diagonal',
    'index_exp',
    'indices',
    'ix_',
    'mgrid',
    'ndenumerate',
    'ndindex',
    'ogrid',
    'put',
    'put_along_axis',
    'r_',
    'ravel_multi_index',
    's_',
    'select',
    'take',
    'take_along_axis',
    'unravel_index',
]

_OFFERED_LATE_BY = 'numpy'


def take(a: Any, indices: Any, axis: int | None = None) -> Any:
    """Elements at some places."""
    source = as_tensor(a)
    return wrap(
        source.reshape(-1)[as_tensor(indices)]
        if axis is None
        else source.index_select(axis, as_tensor(indices))
    )


def compress(condition: Any, a: Any, axis: int | None = None) -> ndarray:
    """The parts along a dimension where the condition holds."""
    source, along = along_axis(a, axis)
    return ndarray._of(source.index_select(along, as_tensor(condition).bool().nonzero().reshape(-1)))


def copyto(dst: ndarray, src: Any) -> None:
    """Writes values into an array."""
    dst[...] = src


def diagonal(a: Any, offset: int = 0) -> ndarray:
    """The diagonal of a matrix."""
    return ndarray._of(as_tensor(a).diagonal(offset))


def fill_diagonal(a: ndarray, val: Any) -> None:
    """Writes a value onto the diagonal of a matrix."""
    a._t.fill_diagonal_(val)


def unravel_index(indices: Any, shape: Any) -> tuple[Any, ...]:
    """The places in every dimension that flat places stand for."""
    rest = as_tensor(indices)
    found: list[Any] = []
    for size in reversed(tuple(shape)):
        found.append(wrap(rest % size))
        rest = rest // size
    return tuple(reversed(found))


def ndindex(*shape: Any) -> Iterator[tuple[int, ...]]:
    """All places of an array of a shape."""
    sizes = shape[0] if len(shape) == 1 and not isinstance(shape[0], int) else shape
    return itertools.product(*map(range, sizes))


def ndenumerate(arr: Any) -> Iterator[tuple[tuple[int, ...], Any]]:
    """All elements with their places."""
    values = asarray(arr)
    return zip(ndindex(values.shape), values.reshape(-1), strict=True)


def select(condlist: Any, choicelist: Any, default: Any = 0) -> Any:
    """Elements of the array whose condition is the first that holds."""
    made: Any = default
    for condition, choice in zip(reversed(condlist), reversed(choicelist), strict=True):
        made = where(condition, choice, made)
    return made


class _Grid:
    """Coordinates of a grid by its slices: `mgrid[0:3, 0:1:5j]`.

    Args:
        open: whether each dimension keeps its own coordinates only.
    """

    def __init__(self, open: bool) -> None:
        self._open = open

    def __getitem__(self, key: Any) -> Any:
        slices = key if isinstance(key, tuple) else (key,)
        axes = [_coordinates(each) for each in slices]
        if len(axes) == 1:
            return axes[0]
        if self._open:
            shapes = [[-1 if i == place else 1 for i in range(len(axes))] for place in range(len(axes))]
            return [axis.reshape(shape) for axis, shape in zip(axes, shapes, strict=True)]
        tensors = [axis._t for axis in axes]
        if len({tensor.dtype for tensor in tensors}) > 1:
            tensors = [tensor.double() for tensor in tensors]
        return ndarray._of(torch.stack(list(torch.meshgrid(*tensors, indexing='ij'))))


def _coordinates(part: slice) -> ndarray:
    """A step such as 5j is a number of points, the end included."""
    start = 0 if part.start is None else part.start
    if isinstance(part.step, complex):
        return linspace(start, part.stop, int(abs(part.step)))
    return arange(start, part.stop, 1 if part.step is None else part.step)


mgrid = _Grid(open=False)
ogrid = _Grid(open=True)


class _Joined:
    """Arrays, numbers and slices put together by an index: `r_[1:4, 0, 4]`, `c_[a, b]`.

    Args:
        axis: along which dimension.
        least: how many dimensions each part is given, new ones in front (`r_`) or behind (`c_`).
    """

    def __init__(self, columns: bool) -> None:
        self._columns = columns

    def __getitem__(self, key: Any) -> Any:
        parts = [self._part(each) for each in (key if isinstance(key, tuple) else (key,))]
        return concatenate(parts, -1 if self._columns else 0)

    def _part(self, each: Any) -> ndarray:
        if isinstance(each, slice):
            made = _coordinates(each)
        else:
            made = asarray(each)
            made = made.reshape(1) if not made.ndim else made
        return made.reshape(-1, 1) if self._columns and made.ndim == 1 else made

    def __len__(self) -> int:
        return 0


r_, c_ = _Joined(columns=False), _Joined(columns=True)


class _Index:
    """Gives back the index it is asked for: `s_[1:3]` is a slice.

    Args:
        as_tuple: whether always in a tuple.
    """

    def __init__(self, as_tuple: bool) -> None:
        self._as_tuple = as_tuple

    def __getitem__(self, item: Any) -> Any:
        return (item,) if self._as_tuple and not isinstance(item, tuple) else item


s_, index_exp = _Index(False), _Index(True)


def ix_(*args: Any) -> tuple[ndarray, ...]:
    """The index of all places whose coordinates are in several vectors."""
    made: list[ndarray] = []
    for place, each in enumerate(args):
        values = asarray(each)
        if values.dtype.kind == 'b':
            values = asarray(where(values)[0])
        made.append(values.reshape([-1 if i == place else 1 for i in range(len(args))]))
    return tuple(made)


def indices(dimensions: Any, dtype: Any = int) -> ndarray:
    """The coordinates of all places of an array of a shape."""
    axes = [torch.arange(size) for size in dimensions]
    return ndarray._of(torch.stack(list(torch.meshgrid(*axes, indexing='ij')))).astype(dtype)


def take_along_axis(arr: Any, indices: Any, axis: int | None) -> ndarray:
    """The elements at the places that another array names along a dimension."""
    source, along = along_axis(arr, axis)
    return ndarray._of(torch.take_along_dim(source, as_tensor(indices), along))


def put_along_axis(arr: ndarray, indices: Any, values: Any, axis: int) -> None:
    """Writes values to the places that another array names along a dimension."""
    places = as_tensor(indices)
    given = as_tensor(values).to(arr._t.dtype).expand(places.shape)
    arr._t.scatter_(axis, places, given)


def put(a: ndarray, ind: Any, v: Any) -> None:
    """Writes values to flat places."""
    places = as_tensor(ind).reshape(-1)
    flat = a._t.reshape(-1)
    flat[places] = as_tensor(v).to(a._t.dtype).expand(places.shape)
    a._t.copy_(flat.reshape(a._t.shape))


def ravel_multi_index(multi_index: Any, dims: Any) -> Any:
    """The flat places of coordinates."""
    total: Any = 0
    for each, size in zip(multi_index, dims, strict=True):
        total = total * size + asarray(each)
    return total
