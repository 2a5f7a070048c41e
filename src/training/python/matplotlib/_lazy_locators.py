"""Where axes are marked: locators that are used more rarely."""

import math
from typing import Any

from ._api import warn
from ._helpers import array, nonsingular
from ._locators import Locator
from .values import numbers

__all__ = ['AutoMinorLocator', 'IndexLocator', 'LinearLocator']

_OFFERED_LATE_BY = 'matplotlib.ticker'


class IndexLocator(Locator):
    """Every so many points of the data, from an offset on."""

    def __init__(self, base: float, offset: float) -> None:
        self._base = base
        self.offset = offset

    def set_params(self, base: float | None = None, offset: float | None = None) -> None:
        self._base = self._base if base is None else base
        self.offset = self.offset if offset is None else offset

    def __call__(self) -> Any:
        return self.tick_values(*self.axis.get_data_interval())

    def tick_values(self, vmin: float, vmax: float) -> Any:
        count = math.ceil((vmax + 1 - vmin - self.offset) / self._base)
        return self.raise_if_exceeds(array(vmin + self.offset + i * self._base for i in range(count)))


class LinearLocator(Locator):
    """So many ticks from end to end."""

    def __init__(self, numticks: int | None = None, presets: Any = None) -> None:
        self.numticks = 11 if numticks is None else numticks
        self.presets = presets or {}

    def set_params(self, numticks: int | None = None, presets: Any = None) -> None:
        self.numticks = self.numticks if numticks is None else numticks
        self.presets = self.presets if presets is None else presets

    def tick_values(self, vmin: float, vmax: float) -> Any:
        low, high = nonsingular(vmin, vmax, expander=0.05)
        if (low, high) in self.presets:
            return self.presets[low, high]
        if self.numticks == 0:
            return []
        intervals = max(1, self.numticks - 1)
        return self.raise_if_exceeds(array(low + (high - low) * i / intervals for i in range(self.numticks)))

    def view_limits(self, vmin: float, vmax: float) -> tuple[float, float]:
        low, high = sorted((vmin, vmax))
        return nonsingular(low - 1, high + 1) if low == high else nonsingular(low, high)


class AutoMinorLocator(Locator):
    """Minor ticks that divide the stretches between the major ones evenly."""

    def __init__(self, n: Any = None) -> None:
        self.ndivs = n

    def __call__(self) -> Any:
        if self.axis.get_scale() == 'log':
            warn('AutoMinorLocator does not work with logarithmic scale')
            return []
        major = numbers(self.axis.get_majorticklocs())
        if len(major) < 2:
            return []
        step = major[1] - major[0]
        small = step / self._parts(step)
        low, high = sorted(self.axis.span())
        first, last = (math.floor((end - major[0]) / small) + 1 for end in (low, high))
        return self.raise_if_exceeds(array(i * small + major[0] for i in range(first, last)))

    def _parts(self, step: float) -> int:
        if self.ndivs not in (None, 'auto'):
            return int(self.ndivs)
        leading = 10 ** (math.log10(step) % 1)
        return 5 if any(math.isclose(leading, known, rel_tol=1e-5) for known in (1, 2.5, 5, 10)) else 4

    def tick_values(self, vmin: float, vmax: float) -> Any:
        """The places for a range, which this locator cannot know.

        Raises:
            NotImplementedError: always: minor ticks depend on the major ones.
        """
        raise NotImplementedError(f'Cannot get tick locations for a {type(self).__name__} type.')
