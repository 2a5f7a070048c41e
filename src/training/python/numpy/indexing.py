"""Indexing: elements by their places, places in every dimension, coordinates of grids."""

import itertools
from collections.abc import Iterator
from typing import Any

import torch

from .creation import arange, asarray, linspace
from .manipulation import along_axis
from .multiarray import as_tensor, ndarray, wrap
from .numeric import where

__all__ = [
    'compress',
    'copyto',
    'diagonal',
    'fill_diagonal',
    'mgrid',
    'ndenumerate',
    'ndindex',
    'ogrid',
    'select',
    'take',
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
