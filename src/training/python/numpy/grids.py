"""mgrid and ogrid: coordinates written as slices."""

from typing import Any

import torch

from .array import ndarray
from .creation import arange, linspace


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
