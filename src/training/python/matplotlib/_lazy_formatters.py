"""The words at ticks: formatters that are used more rarely."""

import math
from typing import Any

from ._formatters import Formatter

__all__ = ['EngFormatter', 'FormatStrFormatter', 'PercentFormatter', 'StrMethodFormatter']

_OFFERED_LATE_BY = 'matplotlib.ticker'

_PREFIXES = dict(
    zip(range(-24, 25, 3), ['y', 'z', 'a', 'f', 'p', 'n', 'µ', 'm', '', *'kMGTPEZY'], strict=True)
)


class FormatStrFormatter(Formatter):
    """`%` applied to a format and the number."""

    def __init__(self, fmt: str) -> None:
        self.fmt = fmt

    def __call__(self, x: float, pos: int | None = None) -> str:
        return self.fmt % x


class StrMethodFormatter(Formatter):
    """`str.format` with the number `x` and the place `pos`."""

    def __init__(self, fmt: str) -> None:
        self.fmt = fmt

    def __call__(self, x: float, pos: int | None = None) -> str:
        return self.fmt.format(x=x, pos=pos)


class PercentFormatter(Formatter):
    """Numbers as parts of a hundred.

    Args:
        xmax: the number that is 100 %.
        decimals: digits after the point; as many as are needed unless given.
        symbol: behind the number.
    """

    def __init__(
        self, xmax: float = 100, decimals: int | None = None, symbol: str | None = '%', is_latex: bool = False
    ) -> None:
        self.xmax = xmax + 0.0
        self.decimals = decimals
        self._symbol = symbol

    def __call__(self, x: float, pos: int | None = None) -> str:
        low, high = self.axis.span()
        return self.fix_minus(self.format_pct(x, abs(high - low)))

    def convert_to_pct(self, x: float) -> float:
        """A number in parts of a hundred."""
        return 100.0 * (x / self.xmax)

    def format_pct(self, x: float, display_range: float) -> str:
        """A number's words where a range of the given length is shown."""
        decimals = self.decimals
        if decimals is None:
            span = self.convert_to_pct(display_range)
            decimals = 0 if span <= 0 else min(5, max(0, math.ceil(2.0 - math.log10(2.0 * span))))
        return f'{self.convert_to_pct(x):0.{int(decimals)}f}{self.symbol}'

    @property
    def symbol(self) -> str:
        """What stands behind the number."""
        return self._symbol or ''


class EngFormatter(Formatter):
    """Numbers with the prefixes of units.

    Args:
        unit: behind the prefix.
        places: digits after the point; as many as are needed unless given.
        sep: between number and prefix.
    """

    def __init__(self, unit: str = '', places: int | None = None, sep: str = ' ', **_: Any) -> None:
        self.unit, self.places, self.sep = unit, places, sep

    def __call__(self, x: float, pos: int | None = None) -> str:
        words = f'{self.format_eng(x)}{self.unit}'
        if self.sep and words.endswith(self.sep):
            words = words.removesuffix(self.sep)
        return self.fix_minus(words)

    def format_eng(self, num: float) -> str:
        """A number with its prefix, without a unit."""
        spec = 'g' if self.places is None else f'.{self.places}f'
        power = math.floor(math.log10(abs(num)) / 3) * 3 if num else 0
        power = min(24, max(-24, power))
        mantissa = num / 10.0**power
        if abs(float(format(mantissa, spec))) >= 1000 and power < 24:
            mantissa, power = mantissa / 1000, power + 3
        return f'{mantissa:{spec}}{self.sep}{_PREFIXES[power]}'
