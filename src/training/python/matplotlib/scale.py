"""Scales of axes: how numbers become lengths."""

import math
from typing import Any

from ._api import check_in_list, unexpected
from .ticker import (
    AutoLocator,
    LogFormatterSciNotation,
    LogLocator,
    NullFormatter,
    NullLocator,
    ScalarFormatter,
    SymmetricalLogLocator,
)

__all__ = [
    'LinearScale',
    'LogScale',
    'Scale',
    'SymmetricalLogScale',
    'SymmetricalLogTransform',
    'get_scale_names',
    'scale_of',
]


class Scale:
    """A scale of an axis.

    Args:
        axis: it belongs to.

    Raises:
        TypeError: for a keyword that the scale does not have.
    """

    name = 'linear'

    def __init__(self, axis: Any, **kwargs: Any) -> None:
        for name in kwargs:
            raise unexpected(f'{type(self).__name__}.__init__', name)

    def forward(self, value: float) -> float:
        """The length that a number stands at."""
        return value

    def backward(self, length: float) -> float:
        """The number at a length."""
        return length

    def get_transform(self) -> Any:
        """Number to length, as a transform."""
        from .transforms import ScaleTransform

        return ScaleTransform(self.forward, self.backward)

    def limit_range_for_scale(self, vmin: float, vmax: float, minpos: float) -> tuple[float, float]:
        """The part of a range that can be shown."""
        return vmin, vmax

    def set_default_locators_and_formatters(self, axis: Any) -> None:
        """Gives the axis ticks of its kind."""
        axis.set_major_locator(AutoLocator())
        axis.set_major_formatter(ScalarFormatter())
        axis.set_minor_locator(NullLocator())
        axis.set_minor_formatter(NullFormatter())
        axis.default_ticks()


class LinearScale(Scale):
    """Lengths are as the numbers."""


class LogScale(Scale):
    """Lengths are as the logarithms.

    Args:
        base: of the logarithm, which says where ticks are.
        subs: multiples of powers that have minor ticks.
        nonpositive: `clip` puts what is not above zero at the edge, `mask` leaves it out.

    Raises:
        ValueError: when `base` is 1, or not positive.
    """

    name = 'log'

    def __init__(
        self, axis: Any, *, base: float = 10, subs: Any = None, nonpositive: str = 'clip', **kwargs: Any
    ) -> None:
        super().__init__(axis, **kwargs)
        if base <= 0 or base == 1:
            raise ValueError('The log base cannot be <= 0 or == 1')
        check_in_list(('clip', 'mask'), nonpositive=nonpositive)
        self.base = base
        self.subs = subs

    def forward(self, value: float) -> float:
        return math.log(value, self.base) if value > 0 else -1000.0

    def backward(self, length: float) -> float:
        return float(self.base) ** length

    def limit_range_for_scale(self, vmin: float, vmax: float, minpos: float) -> tuple[float, float]:
        least = minpos if math.isfinite(minpos) else 1e-300
        return (least if vmin <= 0 else vmin), (least if vmax <= 0 else vmax)

    def set_default_locators_and_formatters(self, axis: Any) -> None:
        axis.set_major_locator(LogLocator(self.base))
        axis.set_major_formatter(LogFormatterSciNotation(self.base))
        axis.set_minor_locator(LogLocator(self.base, self.subs or 'auto'))
        axis.set_minor_formatter(LogFormatterSciNotation(self.base, labelOnlyBase=self.subs is not None))
        axis.default_ticks()


class SymmetricalLogTransform:
    """Logarithmic on both sides of zero, linear within a threshold.

    Raises:
        ValueError: unless `base` is above 1, and threshold and scale are positive.
    """

    def __init__(self, base: float, linthresh: float, linscale: float) -> None:
        if base <= 1.0:
            raise ValueError("'base' must be larger than 1")
        if linthresh <= 0.0:
            raise ValueError("'linthresh' must be positive")
        if linscale <= 0.0:
            raise ValueError("'linscale' must be positive")
        self.base, self.linthresh, self.linscale = base, linthresh, linscale
        self._adjusted = linscale / (1.0 - base**-1)
        self._log_base = math.log(base)

    def forward(self, value: float) -> float:
        """The length that a number stands at."""
        size = abs(value)
        if size <= self.linthresh:
            return value * self._adjusted
        grown = self._adjusted + math.log(size / self.linthresh) / self._log_base
        return math.copysign(self.linthresh * grown, value)

    def backward(self, length: float) -> float:
        """The number at a length."""
        size = abs(length)
        if size <= self.linthresh * self._adjusted:
            return length / self._adjusted
        grown = self.base ** (size / self.linthresh - self._adjusted)
        return math.copysign(self.linthresh * grown, length)


class SymmetricalLogScale(Scale):
    """Logarithmic on both sides of zero, linear within `linthresh`."""

    name = 'symlog'

    def __init__(
        self,
        axis: Any,
        *,
        base: float = 10,
        linthresh: float = 2,
        subs: Any = None,
        linscale: float = 1,
        **kwargs: Any,
    ) -> None:
        super().__init__(axis, **kwargs)
        self._transform = SymmetricalLogTransform(base, linthresh, linscale)
        self.base, self.linthresh, self.linscale, self.subs = base, linthresh, linscale, subs

    def forward(self, value: float) -> float:
        return self._transform.forward(value)

    def backward(self, length: float) -> float:
        return self._transform.backward(length)

    def set_default_locators_and_formatters(self, axis: Any) -> None:
        axis.set_major_locator(SymmetricalLogLocator(self._transform))
        axis.set_major_formatter(LogFormatterSciNotation(self.base))
        axis.set_minor_locator(SymmetricalLogLocator(self._transform, self.subs))
        axis.set_minor_formatter(NullFormatter())
        axis.default_ticks()


_SCALES = {scale.name: scale for scale in (LinearScale, LogScale, SymmetricalLogScale)}
_NAMES = ('linear', 'log', 'symlog', 'asinh', 'logit', 'function', 'functionlog')


def get_scale_names() -> list[str]:
    """The names of the scales that are drawn."""
    return sorted(_SCALES)


def scale_of(name: str, axis: Any, options: dict[str, Any]) -> Scale:
    """A scale by name.

    Raises:
        ValueError: when there is none of that name.
        NotImplementedError: when the panel does not draw it.
    """
    check_in_list(_NAMES, scale=name)
    if name not in _SCALES:
        raise NotImplementedError(f'D2L Exercises draws linear, log and symlog scales, not {name!r}')
    return _SCALES[name](axis, **options)
