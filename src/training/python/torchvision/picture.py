"""Grey pictures of bytes: what a data set's item is before a transform makes a tensor of it."""

from array import array
from typing import Any

import torch

__all__ = ['Picture', 'bytes_tensor']


class Picture:
    """A grey picture with values from 0 to 255.

    Args:
        width, height: in pixels.
        values: bytes, row by row.
    """

    mode = 'L'

    def __init__(self, width: int, height: int, values: bytes) -> None:
        self.width = width
        self.height = height
        self._values = values

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.width, self.height

    def tobytes(self) -> bytes:
        """The values, row by row."""
        return self._values

    def getpixel(self, xy: tuple[int, int]) -> int:
        """The value at a column and a row."""
        return self._values[xy[1] * self.width + xy[0]]

    def tolist(self) -> list[list[int]]:
        """The values as a list of rows."""
        starts = range(0, len(self._values), self.width)
        return [list(self._values[start : start + self.width]) for start in starts]

    def __repr__(self) -> str:
        return f'<PIL.Image.Image image mode=L size={self.width}x{self.height}>'


def bytes_tensor(values: bytes, shape: tuple[int, ...], dtype: Any = torch.uint8) -> Any:
    """A tensor of bytes."""
    from torch._construct import rebuild

    return rebuild(array('d', array('B', values)).tobytes(), dtype, shape, False)
