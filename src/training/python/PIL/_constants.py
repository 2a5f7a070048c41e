"""How pixels are computed when the size changes, and the turns of a picture."""

import enum
from collections.abc import Callable
from typing import Any

__all__ = ['TURNS', 'Resampling', 'Transpose']


class Resampling(enum.IntEnum):
    """How pixels are computed when the size changes."""

    NEAREST = 0
    LANCZOS = 1
    BILINEAR = 2
    BICUBIC = 3
    BOX = 4
    HAMMING = 5


class Transpose(enum.IntEnum):
    """Flips, and turns counterclockwise."""

    FLIP_LEFT_RIGHT = 0
    FLIP_TOP_BOTTOM = 1
    ROTATE_90 = 2
    ROTATE_180 = 3
    ROTATE_270 = 4
    TRANSPOSE = 5
    TRANSVERSE = 6


TURNS: dict[int, Callable[[Any], Any]] = {
    0: lambda pixels: pixels.flip(1),
    1: lambda pixels: pixels.flip(0),
    2: lambda pixels: pixels.transpose(0, 1).flip(0),
    3: lambda pixels: pixels.flip(0, 1),
    4: lambda pixels: pixels.transpose(0, 1).flip(1),
    5: lambda pixels: pixels.transpose(0, 1),
    6: lambda pixels: pixels.transpose(0, 1).flip(0, 1),
}
"""What each of `Transpose` does to pixels (height, width, channels)."""
