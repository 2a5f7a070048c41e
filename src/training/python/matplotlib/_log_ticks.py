"""Where logarithmic axes are marked, and with which words."""

import math
from typing import Any

from . import rcParams
from ._api import check_in_list, warn
from ._formatters import Formatter
from ._helpers import array, nonsingular
from ._locators import AutoLocator, Locator
from .values import numbers

__all__ = [
    'LogFormatter',
    'LogFormatterExponent',
    'LogFormatterMathtext',
    'LogFormatterSciNotation',
    'LogLocator',
    'SymmetricalLogLocator',
]


def _log(x: float, base: float) -> float:
    return math.log(x) / math.log(base)


def _is_whole(x: float) -> bool:
    return math.isclose(x, round(x))


def _power_below(x: float, base: float) -> float:
    power = base ** math.floor(_log(x, base))
    return power / base if power == x else power


def _power_above(x: float, base: float) -> float:
    power = base ** math.ceil(_log(x, base))
    return power * base if power == x else power


class LogLocator(Locator):
    """Ticks at powers, or at multiples of them.

    Args:
        base: of the powers.
        subs: the multiples; `auto` those between the powers, `all` the powers too.
        numticks: at most so many; `auto` as many as fit.
    """

    def __init__(
        self, base: float = 10.0, subs: Any = (1.0,), numdecs: int = 4, numticks: Any = None
    ) -> None:
        self._base = float(base)
        self._set_subs(subs)
        self.numticks = 'auto' if numticks is None else numticks
        self.numdecs = numdecs

    def set_params(
        self, base: float | None = None, subs: Any = None, numdecs: int | None = None, numticks: Any = None
    ) -> None:
        if base is not None:
            self._base = float(base)
        if subs is not None:
            self._set_subs(subs)
        if numticks is not None:
            self.numticks = numticks

    def _set_subs(self, subs: Any) -> None:
        if subs is None:
            subs = 'auto'
        if isinstance(subs, str):
            check_in_list(('all', 'auto'), subs=subs)
            self._subs: Any = subs
        else:
            self._subs = numbers(subs)

    def _most(self) -> int:
        if self.numticks != 'auto':
            return int(self.numticks)
        return 9 if self.axis is None else min(9, max(2, self.axis.get_tick_space()))

    def tick_values(self, vmin: float, vmax: float) -> Any:
        low, high = sorted((self._positive(vmin), vmax))
        low_power, high_power = _log(low, self._base), _log(high, self._base)
        count = math.floor(high_power) - math.ceil(low_power)
        subs = self._multiples(count)
        if subs is None:
            return array([])
        stride = (count + 1) // self._most() + 1
        if stride >= count:
            stride = max(1, count - 1)
        first, last = math.floor(low_power) - stride, math.ceil(high_power) + 2 * stride
        decades = list(range(first, last, stride))
        return self._at(decades, subs, stride, (low, high))

    def _multiples(self, count: int) -> list[float] | None:
        if not isinstance(self._subs, str):
            return self._subs
        if count > 10 or self._base < 3:
            return None if self._subs == 'auto' else [1.0]
        start = 2 if self._subs == 'auto' else 1
        return [float(i) for i in range(start, math.ceil(self._base))]

    def _at(self, decades: list[int], subs: list[float], stride: int, view: tuple[float, float]) -> Any:
        low, high = view
        if len(subs) > 1 or subs[0] != 1.0:
            places = [sub * self._base**power for power in decades for sub in subs] if stride == 1 else []
        else:
            places = [self._base**power for power in decades]
        shown = sum(low <= place <= high for place in places)
        if len(subs) > 1 and stride == 1 and shown <= 1:
            return AutoLocator().tick_values(low, high)
        return self.raise_if_exceeds(array(places))

    def _positive(self, vmin: float) -> float:
        if vmin > 0:
            return vmin
        found = self.axis.get_minpos() if self.axis is not None else 0.0
        if found <= 0 or not math.isfinite(found):
            raise ValueError('Data has no positive values, and therefore can not be log-scaled.')
        return found

    def view_limits(self, vmin: float, vmax: float) -> tuple[float, float]:
        low, high = self.nonsingular(vmin, vmax)
        if rcParams['axes.autolimit_mode'] != 'round_numbers':
            return low, high
        base = self._base
        return base ** math.floor(_log(low, base)), base ** math.ceil(_log(high, base))

    def nonsingular(self, v0: float, v1: float) -> tuple[float, float]:
        low, high = sorted((v0, v1))
        if not (math.isfinite(low) and math.isfinite(high)):
            return 1, 10
        if high <= 0:
            warn('Data has no positive values, and therefore cannot be log-scaled.')
            return 1, 10
        least = self.axis.get_minpos()
        if low <= 0:
            low = least if math.isfinite(least) else 1e-300
        if low == high:
            return _power_below(low, self._base), _power_above(high, self._base)
        return low, high


class SymmetricalLogLocator(Locator):
    """Ticks at powers on both sides of zero, and at zero.

    Args:
        transform: of the scale, with `base` and `linthresh`.
        subs: multiples of the powers.

    Raises:
        ValueError: unless `transform`, or both `linthresh` and `base`, are given.
    """

    def __init__(
        self, transform: Any = None, subs: Any = None, linthresh: Any = None, base: Any = None
    ) -> None:
        if transform is None and (linthresh is None or base is None):
            raise ValueError('Either transform, or both linthresh and base, must be provided.')
        self._base = base if transform is None else transform.base
        self._linthresh = linthresh if transform is None else transform.linthresh
        self._subs = [1.0] if subs is None else numbers(subs)
        self.numticks = 15

    def set_params(self, subs: Any = None, numticks: int | None = None) -> None:
        if numticks is not None:
            self.numticks = numticks
        if subs is not None:
            self._subs = numbers(subs)

    def _powers(self, low: float, high: float) -> tuple[int, int]:
        return math.floor(math.log(low) / math.log(self._base)), math.ceil(
            math.log(high) / math.log(self._base)
        )

    def tick_values(self, vmin: float, vmax: float) -> Any:
        near = self._linthresh
        low, high = sorted((vmin, vmax))
        if -near <= low < high <= near:
            return sorted({low, 0, high})
        left, right = low < -near, high > near
        middle = (left and high > -near) or (right and low < near)
        below = self._powers(abs(min(-near, high)), abs(low) + 1) if left else (0, 0)
        above = self._powers(max(near, low), high + 1) if right else (0, 0)
        total = below[1] - below[0] + above[1] - above[0] + int(middle)
        stride = max(total // (self.numticks - 1), 1)
        base = float(self._base)
        decades = [-(base**power) for power in range(*below, stride)][::-1]
        decades += [0.0] if middle else []
        decades += [base**power for power in range(*above, stride)]
        if len(self._subs) == 1 and self._subs[0] == 1.0:
            return array(decades)
        return array(
            at for decade in decades for at in ([0.0] if decade == 0 else [s * decade for s in self._subs])
        )


class LogFormatter(Formatter):
    """Numbers at logarithmic ticks.

    Args:
        base: of the powers.
        labelOnlyBase: whether only powers have words.
        minor_thresholds: how many decades are shown at most when numbers between the powers have words.
    """

    def __init__(
        self,
        base: float = 10.0,
        labelOnlyBase: bool = False,
        minor_thresholds: Any = None,
        linthresh: float | None = None,
    ) -> None:
        self._base = float(base)
        self.labelOnlyBase = labelOnlyBase
        self.minor_thresholds = minor_thresholds or (1, 0.4)
        self._sublabels: set[float] | None = None

    def set_locs(self, locs: Any = None) -> None:
        low, high = sorted(self.axis.span())
        if low <= 0:
            self._sublabels = {1}
            return
        span = abs(_log(high, self._base) - _log(low, self._base))
        if span > self.minor_thresholds[0]:
            self._sublabels = {1}
        elif span > self.minor_thresholds[1]:
            count = int(self._base) // 2 + 1
            self._sublabels = {float(round(self._base ** (i / (count - 1)))) for i in range(count)}
        else:
            self._sublabels = {float(i) for i in range(1, int(self._base) + 1)}

    def _parts(self, x: float) -> tuple[float, bool, bool]:
        """The logarithm, whether it is whole, and whether the number has words."""
        power = math.log(x) / math.log(self._base)
        is_decade = _is_whole(power)
        exponent = round(power) if is_decade else math.floor(power)
        factor = round(self._base ** (power - exponent))
        named = self._sublabels is None or factor in self._sublabels
        return power, is_decade, named and (is_decade or not self.labelOnlyBase)

    def __call__(self, x: float, pos: int | None = None) -> str:
        if x == 0.0:
            return '0'
        _, _, named = self._parts(abs(x))
        if not named:
            return ''
        low, high = nonsingular(*self.axis.span(), expander=0.05)
        return self.fix_minus(self._text(abs(x), high - low))

    def _text(self, x: float, span: float) -> str:
        if x > 10000 or x < 1:
            return f'{x:1.0e}'
        if x == int(x):
            return str(int(x))
        digits = 3 if span <= 1 else 2 if span <= 10 else 1
        return f'{x:.{digits}f}'.rstrip('0').rstrip('.')


class LogFormatterExponent(LogFormatter):
    """The exponents at logarithmic ticks."""

    def _text(self, x: float, span: float) -> str:
        power = math.log(x) / math.log(self._base)
        return f'{power:1.0g}' if abs(power) > 10000 or abs(power) < 1 else f'{power:g}'


class LogFormatterMathtext(LogFormatter):
    """Powers at logarithmic ticks, in TeX's notation."""

    def __call__(self, x: float, pos: int | None = None) -> str:
        if x == 0:
            return r'$\mathdefault{0}$'
        sign = '-' if x < 0 else ''
        power, is_decade, named = self._parts(abs(x))
        if not named:
            return ''
        base = f'{self._base:.0f}' if self._base % 1 == 0 else str(self._base)
        exponent = round(power) if is_decade else power
        if abs(exponent) < rcParams['axes.formatter.min_exponent']:
            return rf'$\mathdefault{{{sign}{abs(x):g}}}$'
        if not is_decade:
            return self._between(sign, base, power)
        return rf'$\mathdefault{{{sign}{base}^{{{exponent}}}}}$'

    def _between(self, sign: str, base: str, power: float) -> str:
        return rf'$\mathdefault{{{sign}{base}^{{{power:.2f}}}}}$'


class LogFormatterSciNotation(LogFormatterMathtext):
    """Powers at logarithmic ticks, with their factors."""

    def _between(self, sign: str, base: str, power: float) -> str:
        exponent = math.floor(power)
        factor = float(base) ** (power - exponent)
        shown = round(factor) if _is_whole(factor) else factor
        return rf'$\mathdefault{{{sign}{shown:g}\times{base}^{{{exponent}}}}}$'
