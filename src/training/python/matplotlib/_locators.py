"""Where axes are marked: the locators of linear axes."""

import math
from itertools import pairwise
from typing import Any

from . import rcParams
from ._api import check_in_list, unexpected, warn
from ._helpers import TickHelper, array, nonsingular
from .values import array_of, numbers

__all__ = ['AutoLocator', 'FixedLocator', 'Locator', 'MaxNLocator', 'MultipleLocator', 'NullLocator', 'Steps']


class Locator(TickHelper):
    """Chooses the places of ticks."""

    MAXTICKS = 1000

    def tick_values(self, vmin: float, vmax: float) -> Any:
        """The places for a range; there may be some beyond it.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError('Derived must override')

    def __call__(self) -> Any:
        return self.tick_values(*self.axis.span())

    def set_params(self, **kwargs: Any) -> None:
        """Changes parameters."""
        warn(f"'set_params()' not defined for locator of type {type(self)}")

    def raise_if_exceeds(self, locs: Any) -> Any:
        """The places, after a warning when there are very many."""
        if len(locs) >= self.MAXTICKS:
            warn(f'Locator attempting to generate {len(locs)} ticks, which exceeds Locator.MAXTICKS')
        return locs

    def nonsingular(self, v0: float, v1: float) -> tuple[float, float]:
        """A range that can be shown, of the range of the data."""
        return nonsingular(v0, v1, expander=0.05)

    def view_limits(self, vmin: float, vmax: float) -> tuple[float, float]:
        """The range that is shown, of the range of the data with its margins."""
        return nonsingular(vmin, vmax)


class NullLocator(Locator):
    """No ticks."""

    def tick_values(self, vmin: Any, vmax: Any) -> list[float]:
        return []

    def __call__(self) -> list[float]:
        return []


class FixedLocator(Locator):
    """Ticks at given places.

    Args:
        locs: the places.
        nbins: at most so many of them, one more counted, evenly chosen.
    """

    def __init__(self, locs: Any, nbins: int | None = None) -> None:
        self.locs = array_of(locs)
        self.nbins = max(nbins, 2) if nbins is not None else None

    def set_params(self, nbins: int | None = None) -> None:
        if nbins is not None:
            self.nbins = nbins

    def __call__(self) -> Any:
        return self.tick_values(None, None)

    def tick_values(self, vmin: Any, vmax: Any) -> Any:
        if self.nbins is None:
            return self.locs
        step = max(math.ceil(len(self.locs) / self.nbins), 1)
        choices = [numbers(self.locs[start::step]) for start in range(step)]
        return array(min(choices, key=lambda ticks: min(map(abs, ticks))))


class Steps:
    """Multiples of a step, as numbers of floating point have them.

    Args:
        step: the distance.
        offset: that was taken from the numbers before; the larger, the coarser they are.

    Raises:
        ValueError: unless the step is positive.
    """

    def __init__(self, step: float, offset: float = 0.0) -> None:
        if step <= 0:
            raise ValueError("'step' must be positive")
        self.step = step
        self._tolerance = 1e-10
        if offset:
            digits = math.log10(abs(offset) / step)
            self._tolerance = min(0.4999, max(1e-10, 10 ** (digits - 12)))

    def below(self, x: float) -> float:
        """The largest whole number of steps up to x."""
        whole, rest = divmod(x, self.step)
        return whole + 1 if abs(rest / self.step - 1) < self._tolerance else whole

    def above(self, x: float) -> float:
        """The least whole number of steps from x on."""
        whole, rest = divmod(x, self.step)
        return whole if abs(rest / self.step) < self._tolerance else whole + 1


class MultipleLocator(Locator):
    """Ticks at all multiples of a number.

    Args:
        base: the number.
        offset: added to each.
    """

    def __init__(self, base: float = 1.0, offset: float = 0.0) -> None:
        self._steps = Steps(base)
        self._offset = offset

    def set_params(self, base: float | None = None, offset: float | None = None) -> None:
        if base is not None:
            self._steps = Steps(base)
        if offset is not None:
            self._offset = offset

    def tick_values(self, vmin: float, vmax: float) -> Any:
        low, high = sorted((vmin, vmax))
        step = self._steps.step
        first = self._steps.above(low - self._offset) * step
        count = int((high - self._offset - first + 0.001 * step) // step)
        return self.raise_if_exceeds(array(first - step + i * step + self._offset for i in range(count + 3)))

    def view_limits(self, vmin: float, vmax: float) -> tuple[float, float]:
        if rcParams['axes.autolimit_mode'] != 'round_numbers':
            return nonsingular(vmin, vmax)
        step = self._steps.step
        low = self._steps.below(vmin - self._offset) * step + self._offset
        high = self._steps.above(vmax - self._offset) * step + self._offset
        return nonsingular(low - 1, high + 1) if low == high else nonsingular(low, high)


_ALL_STEPS = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]
_AUTO_STEPS = [1, 2, 2.5, 5, 10]
_BAD_STEPS = 'steps argument must be an increasing sequence of numbers between 1 and 10 inclusive'


def _scale_and_offset(vmin: float, vmax: float, bins: int) -> tuple[float, float]:
    """The power of ten of one bin, and what is taken from numbers that lie far from zero for their range."""
    span, middle = abs(vmax - vmin), (vmax + vmin) / 2
    offset = 0.0
    if abs(middle) / span >= 100:
        offset = math.copysign(10 ** (math.log10(abs(middle)) // 1), middle)
    return 10 ** (math.log10(span / bins) // 1), offset


class MaxNLocator(Locator):
    """Round places, at most so many.

    Args:
        nbins: the most intervals, or `auto`: as many as fit.
        steps: which multiples of a power of ten are round.
        integer: whether only whole numbers are marked.
        symmetric: whether the range is as long on both sides of zero.
        prune: which end tick is left out.
        min_n_ticks: the least number of ticks.
    """

    _integer: bool
    _symmetric: bool
    _prune: str | None
    _min_n_ticks: int

    def __init__(self, nbins: Any = None, **kwargs: Any) -> None:
        self._steps: list[float] = []
        defaults: dict[str, Any] = {
            'nbins': 10,
            'steps': None,
            'integer': False,
            'symmetric': False,
            'prune': None,
            'min_n_ticks': 2,
        }
        given = kwargs if nbins is None else {**kwargs, 'nbins': nbins}
        self.set_params(**{**defaults, **given})

    def set_params(self, **kwargs: Any) -> None:
        """Changes some of the locator's parameters.

        Raises:
            TypeError: for a parameter that there is not.
        """
        if 'nbins' in kwargs:
            nbins = kwargs.pop('nbins')
            self._nbins = nbins if nbins == 'auto' else int(nbins)
        if 'steps' in kwargs:
            self._steps = _extended(kwargs.pop('steps'))
        if 'prune' in kwargs:
            check_in_list(('upper', 'lower', 'both', None), prune=kwargs['prune'])
        if 'min_n_ticks' in kwargs:
            kwargs['min_n_ticks'] = max(1, kwargs['min_n_ticks'])
        for name in ('integer', 'symmetric', 'prune', 'min_n_ticks'):
            if name in kwargs:
                setattr(self, f'_{name}', kwargs.pop(name))
        for name in kwargs:
            raise unexpected('set_params', name)

    def _most(self) -> int:
        if self._nbins != 'auto':
            return int(self._nbins)
        if self.axis is None:
            return 9
        return min(9, max(self.axis.get_tick_space(), 1, self._min_n_ticks - 1))

    def _round_places(self, vmin: float, vmax: float) -> list[float]:
        bins = self._most()
        scale, offset = _scale_and_offset(vmin, vmax, bins)
        low, high = vmin - offset, vmax - offset
        steps = [step * scale for step in self._steps]
        if self._integer:
            steps = [step for step in steps if step < 1 or abs(step - round(step)) < 0.001]
        first = self._first_fitting(steps, low, high, bins)
        places: list[float] = []
        for step in reversed(steps[: first + 1]):
            places = self._places(step, low, high, offset)
            if sum(low <= place <= high for place in places) >= self._min_n_ticks:
                break
        return [place + offset for place in places]

    def _first_fitting(self, steps: list[float], low: float, high: float, bins: int) -> int:
        raw = (high - low) / bins
        rounds = rcParams['axes.autolimit_mode'] == 'round_numbers'
        for place, step in enumerate(steps):
            reaches = not rounds or (low // step) * step + step * bins >= high
            if step >= raw and reaches:
                return place
        return len(steps) - 1

    def _places(self, step: float, low: float, high: float, offset: float) -> list[float]:
        if self._integer and math.floor(high) - math.ceil(low) >= self._min_n_ticks - 1:
            step = max(1, step)
        start = (low // step) * step
        edge = Steps(step, offset)
        first, last = edge.below(low - start), edge.above(high - start)
        return [(first + i) * step + start for i in range(int(last - first) + 1)]

    def tick_values(self, vmin: float, vmax: float) -> Any:
        if self._symmetric:
            vmax = max(abs(vmin), abs(vmax))
            vmin = -vmax
        places = self._round_places(*nonsingular(vmin, vmax, expander=1e-13, tiny=1e-14))
        start = 1 if self._prune in ('lower', 'both') else 0
        end = len(places) - (1 if self._prune in ('upper', 'both') else 0)
        return self.raise_if_exceeds(array(places[start:end]))

    def view_limits(self, vmin: float, vmax: float) -> tuple[float, float]:
        if self._symmetric:
            vmax = max(abs(vmin), abs(vmax))
            vmin = -vmax
        low, high = nonsingular(vmin, vmax, expander=1e-12, tiny=1e-13)
        if rcParams['axes.autolimit_mode'] != 'round_numbers':
            return low, high
        places = self._round_places(low, high)
        return places[0], places[-1]


def _extended(steps: Any) -> list[float]:
    """The steps of one power of ten, with those of the next lower and the first of the next higher one."""
    own = list(_ALL_STEPS) if steps is None else _checked_steps(steps)
    return [*(0.1 * step for step in own[:-1]), *own, 10 * own[1]]


def _checked_steps(steps: Any) -> list[float]:
    if not hasattr(steps, '__iter__'):
        raise ValueError(_BAD_STEPS)
    own = numbers(steps)
    if any(b <= a for a, b in pairwise(own)) or own[-1] > 10 or own[0] < 1:
        raise ValueError(_BAD_STEPS)
    return [*([] if own[0] == 1 else [1.0]), *own, *([] if own[-1] == 10 else [10.0])]


class AutoLocator(MaxNLocator):
    """Round places, as many as fit."""

    def __init__(self) -> None:
        super().__init__(nbins='auto', steps=_AUTO_STEPS)
