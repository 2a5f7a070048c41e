"""Between red, green, blue and hue, saturation, value."""

import colorsys
from typing import Any

from .values import numbers, shape

__all__ = ['LightSource', 'hsv_to_rgb', 'rgb_to_hsv']

_OFFERED_LATE_BY = 'matplotlib.colors'


def hsv_to_rgb(hsv: Any) -> Any:
    """Red, green, blue of hue, saturation, value, along the last axis."""
    return _converted(hsv, colorsys.hsv_to_rgb)


def rgb_to_hsv(arr: Any) -> Any:
    """Hue, saturation, value of red, green, blue, along the last axis."""
    return _converted(arr, colorsys.rgb_to_hsv)


def _converted(values: Any, convert: Any) -> Any:
    import numpy as np

    sizes = shape(values)
    if not sizes or sizes[-1] != 3:
        raise ValueError(f'Last dimension of input array must be 3; shape {sizes} was found.')
    flat = numbers(values)
    rows = [convert(*flat[at : at + 3]) for at in range(0, len(flat), 3)]
    return np.array(rows, dtype=np.float64).reshape(*sizes)


class LightSource:
    """Light from a direction; what it shades is not drawn here."""

    def __init__(self, azdeg: float = 315, altdeg: float = 45, **_: Any) -> None:
        self.azdeg, self.altdeg = azdeg, altdeg

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f'D2L Exercises does not support LightSource.{name}')
