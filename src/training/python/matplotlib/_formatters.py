"""The words at ticks: the formatters of linear axes."""

import math
from collections.abc import Callable
from typing import Any

from . import rcParams
from ._helpers import TickHelper
from .values import as_list, numbers

__all__ = ['FixedFormatter', 'Formatter', 'FuncFormatter', 'NullFormatter', 'ScalarFormatter']


class Formatter(TickHelper):
    """Makes the words of ticks."""

    locs: Any = ()

    def __call__(self, x: float, pos: int | None = None) -> str:
        """The words of the tick at x, which is number `pos`.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError('Derived must override')

    def format_ticks(self, values: Any) -> list[str]:
        """The words of all ticks."""
        self.set_locs(values)
        return [self(value, place) for place, value in enumerate(as_list(values))]

    def format_data(self, value: float) -> str:
        """A number in full."""
        return self(value)

    def format_data_short(self, value: float) -> str:
        """A number in short."""
        return self.format_data(value)

    def get_offset(self) -> str:
        """What belongs to all ticks."""
        return ''

    def set_locs(self, locs: Any) -> None:
        """Sets the places of all ticks."""
        self.locs = locs

    @staticmethod
    def fix_minus(s: str) -> str:
        """A real minus sign for a hyphen."""
        return s.replace('-', '\N{MINUS SIGN}') if rcParams['axes.unicode_minus'] else s


class NullFormatter(Formatter):
    """No words."""

    def __call__(self, x: float, pos: int | None = None) -> str:
        return ''


class FixedFormatter(Formatter):
    """Given words, in order."""

    def __init__(self, seq: Any) -> None:
        self.seq = seq
        self.offset_string = ''

    def __call__(self, x: float, pos: int | None = None) -> str:
        return '' if pos is None or pos >= len(self.seq) else self.seq[pos]

    def get_offset(self) -> str:
        return self.offset_string

    def set_offset_string(self, ofs: str) -> None:
        """Sets what belongs to all ticks."""
        self.offset_string = ofs


class FuncFormatter(Formatter):
    """The words that a function of place and number gives."""

    def __init__(self, func: Callable[..., str]) -> None:
        self.func = func
        self.offset_string = ''

    def __call__(self, x: float, pos: int | None = None) -> str:
        return self.func(x, pos)

    def get_offset(self) -> str:
        return self.offset_string

    def set_offset_string(self, ofs: str) -> None:
        """Sets what belongs to all ticks."""
        self.offset_string = ofs


class ScalarFormatter(Formatter):
    """Numbers with as many digits as tell them apart.

    Args:
        useOffset: whether what all have in common is taken out, or that number itself.
        useMathText: whether powers of ten are written out.
    """

    def __init__(
        self,
        useOffset: Any = None,
        useMathText: bool | None = None,
        useLocale: bool | None = None,
    ) -> None:
        self._threshold = rcParams['axes.formatter.offset_threshold']
        self.set_useOffset(rcParams['axes.formatter.useoffset'] if useOffset is None else useOffset)
        self._math = rcParams['axes.formatter.use_mathtext'] if useMathText is None else useMathText
        self.orderOfMagnitude = 0
        self.format = ''
        self._scientific = True
        self._powerlimits = rcParams['axes.formatter.limits']

    def get_useOffset(self) -> bool:  # noqa: N802 - matplotlib's name
        """Whether what all have in common is taken out."""
        return self._use_offset

    def set_useOffset(self, val: Any) -> None:  # noqa: N802
        """Sets it, or the number that is taken out."""
        is_flag = isinstance(val, bool)
        self._use_offset = val if is_flag else False
        self.offset: float = 0 if is_flag else val

    useOffset = property(get_useOffset, set_useOffset)  # noqa: N815

    def get_useMathText(self) -> bool:  # noqa: N802
        """Whether powers of ten are written out."""
        return self._math

    def set_useMathText(self, val: bool | None) -> None:  # noqa: N802
        """Sets it."""
        self._math = bool(val)

    useMathText = property(get_useMathText, set_useMathText)  # noqa: N815

    def set_scientific(self, b: bool) -> None:
        """Sets whether a power of ten is taken out of large and small numbers."""
        self._scientific = bool(b)

    def set_powerlimits(self, lims: Any) -> None:
        """Sets the exponents from which on a power of ten is taken out.

        Raises:
            ValueError: unless there are two.
        """
        if len(lims) != 2:
            raise ValueError("'lims' must be a sequence of length 2")
        self._powerlimits = lims

    def __call__(self, x: float, pos: int | None = None) -> str:
        if len(self.locs) == 0:
            return ''
        rest = (x - self.offset) / 10.0**self.orderOfMagnitude
        return self.fix_minus(self.format % (0 if abs(rest) < 1e-8 else rest))

    def format_data(self, value: float) -> str:
        exponent = math.floor(math.log10(abs(value))) if value else 0
        factor = round(value / 10**exponent, 10)
        shown = self.fix_minus(f'{factor:.0f}' if factor % 1 == 0 else f'{factor:.10g}')
        if exponent == 0:
            return shown
        power = self.fix_minus(str(exponent))
        if not self._math:
            return f'{shown}e{power}'
        return f'10^{{{power}}}' if factor == 1 else rf'{shown} \times 10^{{{power}}}'

    def get_offset(self) -> str:
        if len(self.locs) == 0 or not (self.orderOfMagnitude or self.offset):
            return ''
        common = self.format_data(self.offset) if self.offset else ''
        common = f'+{common}' if self.offset > 0 else common
        power = ''
        if self.orderOfMagnitude:
            power = (
                self.format_data(10**self.orderOfMagnitude) if self._math else f'1e{self.orderOfMagnitude}'
            )
        if self._math:
            power = rf'\times\mathdefault{{{power}}}' if power else ''
            return self.fix_minus(rf'${power}\mathdefault{{{common}}}$')
        return self.fix_minus(power + common)

    def set_locs(self, locs: Any) -> None:
        self.locs = locs
        if len(locs) == 0:
            return
        places = numbers(locs)
        low, high = sorted(self.axis.span())
        shown = [place for place in places if low <= place <= high]
        if self._use_offset:
            self.offset = self._common(shown)
        self.orderOfMagnitude = self._power_of(shown, high - low)
        self.format = self._digits_for(places, (low, high))

    def _common(self, shown: list[float]) -> float:
        """What is worth being taken out: the leading digits that all have in common, where they are many."""
        if not shown or min(shown) == max(shown) or min(shown) <= 0 <= max(shown):
            return 0
        least, most = sorted((abs(min(shown)), abs(max(shown))))
        power = math.ceil(math.log10(most))
        while least // 10**power == most // 10**power:
            power -= 1
        power += 1
        if (most - least) / 10**power <= 0.01:
            power = math.ceil(math.log10(most))
            while most // 10**power - least // 10**power <= 1:
                power -= 1
            power += 1
        leading = most // 10**power
        common = math.copysign(1, min(shown)) * leading * 10.0**power
        return common if leading >= 10 ** (self._threshold - 1) else 0

    def _power_of(self, shown: list[float], span: float) -> int:
        if not self._scientific:
            return 0
        low, high = self._powerlimits
        if low == high != 0:
            return low
        if not shown:
            return 0
        size = span if self.offset else max(map(abs, shown))
        power = math.floor(math.log10(size)) if size else 0
        return power if power <= low or power >= high else 0

    def _digits_for(self, places: list[float], view: tuple[float, float]) -> str:
        known = [*places, *view] if len(places) < 2 else places
        rests = [(place - self.offset) / 10.0**self.orderOfMagnitude for place in known]
        span = (max(rests) - min(rests)) or max(map(abs, rests)) or 1
        if len(places) < 2:
            rests = rests[:-2]
        power = math.floor(math.log10(span))
        digits = max(0, 3 - power)
        near = 1e-3 * 10**power
        while digits >= 0 and max(abs(rest - round(rest, digits)) for rest in rests) < near:
            digits -= 1
        shown = f'%1.{digits + 1}f'
        return rf'$\mathdefault{{{shown}}}$' if self._math else shown
