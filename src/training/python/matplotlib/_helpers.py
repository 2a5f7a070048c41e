"""What locators and formatters share, and how ranges of numbers are made fit to be divided."""

import math
import sys
from typing import Any

__all__ = ['DummyAxis', 'TickHelper', 'array', 'nonsingular']

_LEAST = sys.float_info.min


class DummyAxis:
    """Stands for an axis where there is none."""

    def __init__(self, minpos: float = 0) -> None:
        self._interval = (0.0, 1.0)
        self._minpos = minpos

    def span(self) -> tuple[float, float]:
        """The range that is shown."""
        return self._interval

    get_view_interval = span

    def set_view_interval(self, vmin: float, vmax: float) -> None:
        """Sets the range that is shown."""
        self._interval = (vmin, vmax)

    def get_data_interval(self) -> tuple[float, float]:
        """The range of the data."""
        return self._interval

    set_data_interval = set_view_interval

    def get_minpos(self) -> float:
        """The least number above zero."""
        return self._minpos

    def get_tick_space(self) -> int:
        """How many ticks fit."""
        return 9


class TickHelper:
    """What has an axis."""

    axis: Any = None

    def set_axis(self, axis: Any) -> None:
        """Sets the axis that it is for."""
        self.axis = axis

    def create_dummy_axis(self, **kwargs: Any) -> None:
        """Stands in where there is no axis."""
        if self.axis is None:
            self.axis = DummyAxis(**kwargs)


def nonsingular(
    vmin: float, vmax: float, expander: float = 0.001, tiny: float = 1e-15, increasing: bool = True
) -> tuple[float, float]:
    """A range that is wide enough to be divided.

    Args:
        vmin, vmax: its ends; where they are not finite, a small range around zero comes back.
        expander: the part of either end by which too small a range is widened.
        tiny: the part of the larger end below which a range is too small.
        increasing: whether the ends come back in order.
    """
    if not (math.isfinite(vmin) and math.isfinite(vmax)):
        return -expander, expander
    swapped = vmax < vmin
    low, high = (float(vmax), float(vmin)) if swapped else (float(vmin), float(vmax))
    largest = max(abs(low), abs(high))
    if largest < 1e6 / tiny * _LEAST:
        low, high = -expander, expander
    elif high - low <= largest * tiny:
        low, high = low - expander * abs(low), high + expander * abs(high)
    return (high, low) if swapped and not increasing else (low, high)


def array(values: Any) -> Any:
    """Places as numpy holds them."""
    import numpy as np

    return np.array([float(value) for value in values], dtype=np.float64)
