"""Bars: of given lengths, and of how often values occur."""

import math
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from .artist import Artist
from .colors import colors_of
from .drawing import joined
from .formats import look
from .values import as_list, numbers


class Bar:
    """One bar of several.

    Args:
        place: its middle along the axis.
        length: from its base.
        width: of the bar.
    """

    def __init__(self, place: float, length: float, width: float) -> None:
        self.place, self.length, self.width = place, length, width

    def get_x(self) -> float:
        """Its left edge."""
        return self.place - self.width / 2

    def get_width(self) -> float:
        """Its width."""
        return self.width

    def get_height(self) -> float:
        """Its length."""
        return self.length

    def set_hatch(self, hatch: Any) -> None:
        """Has no effect: the panel tells bars apart by their colours."""


class Bars(Artist):
    """Bars drawn together, which can be gone through one by one."""

    @property
    def patches(self) -> list[Bar]:
        """The single bars."""
        widths = self.fields['widths'] * (len(self.x) if len(self.fields['widths']) == 1 else 1)
        return [Bar(*bar) for bar in zip(self.x, self.y, widths, strict=True)]

    def __iter__(self) -> Iterator[Bar]:
        return iter(self.patches)

    def __len__(self) -> int:
        return len(self.x)


class BarDrawing:
    """The methods of axes that draw bars."""

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

    def bar(
        self,
        x: Any,
        height: Any,
        width: Any = 0.8,
        bottom: Any = None,
        *,
        align: str = 'center',
        label: Any = '',
        **kwargs: Any,
    ) -> Bars:
        """Draws bars that stand at `x`, numbers or names."""
        return self._bars(x, height, (width, bottom, align), label, kwargs, False)

    def barh(
        self,
        y: Any,
        width: Any,
        height: Any = 0.8,
        left: Any = None,
        *,
        align: str = 'center',
        label: Any = '',
        **kwargs: Any,
    ) -> Bars:
        """Draws bars that lie at `y`, numbers or names."""
        return self._bars(y, width, (height, left, align), label, kwargs, True)

    def _bars(
        self,
        places: Any,
        lengths: Any,
        form: tuple[Any, Any, str],
        label: Any,
        options: dict[str, Any],
        lying: bool,
    ) -> Bars:
        width, base, align = form
        names = as_list(places)
        names = names if isinstance(names, list) else [names]
        if any(isinstance(name, str) for name in names):
            self._name_places('y' if lying else 'x', [str(name) for name in names])
            names = list(range(len(names)))
        at, tall, widths = numbers(names), numbers(lengths), numbers(width)
        if align == 'edge':
            at = [place + widths[min(i, len(widths) - 1)] / 2 for i, place in enumerate(at)]
        if len(tall) == 1:
            tall *= len(at)
        if len(tall) != len(at):
            raise ValueError(f'shape mismatch: {len(at)} places and {len(tall)} lengths of bars')
        style = _bar_style(options)
        style['widths'] = widths
        if base is not None:
            style['bases'] = numbers(base)
        if lying:
            style['horizontal'] = True
        made = Bars('bar', at, tall, str(label), style)
        self.add(made, 'patch')
        self._bar_errors(made, options, lying)
        return made

    def _bar_errors(self, bars: Bars, options: dict[str, Any], lying: bool) -> None:
        error = options.get('xerr' if lying else 'yerr')
        if error is None:
            return
        bases = bars.fields.get('bases', [0.0])
        bases = bases * len(bars) if len(bases) == 1 else bases
        ends = [base + length for base, length in zip(bases, bars.y, strict=True)]
        points = (ends, bars.x) if lying else (bars.x, ends)
        errors = {'xerr': error} if lying else {'yerr': error}
        self.errorbar(*points, **errors, fmt='none', color=options.get('ecolor', 'k'))

    def _name_places(self, axis: str, names: list[str]) -> None:
        getattr(self, f'set_{axis}ticks')(list(range(len(names))), names)

    def hist(
        self,
        x: Any,
        bins: Any = 10,
        range: Any = None,
        density: bool = False,
        weights: Any = None,
        cumulative: bool = False,
        *,
        histtype: str = 'bar',
        orientation: str = 'vertical',
        rwidth: Any = None,
        label: Any = '',
        **kwargs: Any,
    ) -> Any:
        """Draws how many values fall into each of several intervals; gives counts, bounds and the bars.

        Several groups of values stand side by side, in one list each.
        """
        groups = _groups(x)
        bounds = _bounds([value for group in groups for value in group], bins, range)
        if kwargs.get('log'):
            self.set_yscale('log')
        labels = list(label) if isinstance(label, (list, tuple)) else [label] * len(groups)
        colors = None if isinstance(kwargs.get('color'), str) else colors_of(kwargs.get('color'))
        counts: list[list[float]] = []
        made: list[Artist] = []
        for place, group in enumerate(groups):
            own = {**kwargs, 'color': colors[place % len(colors)]} if colors else kwargs
            counts.append(_counts(group, bounds, None if weights is None else numbers(weights)))
            _shape_counts(counts[-1], bounds, density, cumulative)
            if histtype in ('step', 'stepfilled'):
                made.append(self._outline(bounds, counts[-1], labels[place], own, histtype))
            else:
                side = (place, len(groups), 0.8 if rwidth is None and len(groups) > 1 else rwidth or 1.0)
                made.append(self._columns(bounds, counts[-1], side, labels[place], own, orientation))
        return (counts[0], bounds, made[0]) if len(groups) == 1 else (counts, bounds, made)

    def _columns(
        self,
        bounds: list[float],
        counts: list[float],
        side: tuple[int, int, float],
        label: Any,
        options: dict[str, Any],
        orientation: str,
    ) -> Artist:
        place, groups, part = side
        widths = [part * (b - a) / groups for a, b in pairwise(bounds)]
        middles = [
            (a + b) / 2 + (place - (groups - 1) / 2) * width
            for (a, b), width in zip(pairwise(bounds), widths, strict=True)
        ]
        style = _bar_style(options) | {'widths': widths}
        if orientation == 'horizontal':
            style['horizontal'] = True
        return self.add(Bars('bar', middles, counts, str(label), style), 'patch')

    def _outline(
        self, bounds: list[float], counts: list[float], label: Any, options: dict[str, Any], histtype: str
    ) -> Artist:
        x = [bound for bound in bounds for _ in (0, 1)]
        y = [0.0, *(count for count in counts for _ in (0, 1)), 0.0]
        kind = 'area' if histtype == 'stepfilled' else 'line'
        return self.add(Artist(kind, x, y, str(label), look('', options)), 'patch')

    def stem(self, *args: Any, label: Any = '', **_: Any) -> Artist:
        """Draws values as points, with lines that come up from zero."""
        y = numbers(args[-1])
        x = numbers(args[0]) if len(args) > 1 else [float(i) for i in range(len(y))]
        color = self.next_color('line')
        line_x, line_y = joined([([a, a], [0.0, b]) for a, b in zip(x, y, strict=True)])
        self.add(Artist('line', line_x, line_y, '', {'color': color}))
        return self.add(Artist('scatter', x, y, str(label), {'color': color, 'format': 'o'}))


def _bar_style(options: dict[str, Any]) -> dict[str, Any]:
    color = options.get('color', options.get('facecolor', options.get('fc')))
    names = None if isinstance(color, str) else colors_of(color)
    plain = {name: value for name, value in options.items() if name in ('alpha', 'linewidth', 'lw')}
    if names is not None:
        return look('', plain) | {'colors': names}
    return look('', plain if color is None else {**plain, 'color': color})


def _groups(x: Any) -> list[list[float]]:
    listed = as_list(x)
    if isinstance(listed, list) and listed and hasattr(as_list(listed[0]), '__len__'):
        if hasattr(x, 'ndim'):
            return [list(column) for column in zip(*[numbers(row) for row in listed], strict=True)]
        return [numbers(group) for group in listed]
    return [numbers(listed)]


def _bounds(values: list[float], bins: Any, limits: Any) -> list[float]:
    if isinstance(bins, str):
        raise ValueError(f'D2L Exercises takes bins as a number or as bounds, not {bins!r}')
    if not isinstance(bins, int):
        return numbers(bins)
    finite = [value for value in values if math.isfinite(value)]
    low, high = (
        (float(limits[0]), float(limits[1]))
        if limits
        else (min(finite, default=0.0), max(finite, default=1.0))
    )
    if low == high:
        low, high = low - 0.5, high + 0.5
    return [low + (high - low) * i / bins for i in range(bins + 1)]


def _counts(values: list[float], bounds: list[float], weights: list[float] | None) -> list[float]:
    counts = [0.0] * (len(bounds) - 1)
    for i, value in enumerate(values):
        place = _interval(value, bounds)
        if place is not None:
            counts[place] += 1 if weights is None else weights[i]
    return counts


def _shape_counts(counts: list[float], bounds: list[float], density: bool, cumulative: bool) -> None:
    widths = [b - a for a, b in pairwise(bounds)]
    if density:
        total = sum(counts) or 1.0
        counts[:] = [count / total / width for count, width in zip(counts, widths, strict=True)]
    if cumulative:
        parts = [c * width for c, width in zip(counts, widths, strict=True)] if density else counts
        counts[:] = list(accumulate(parts))


def _interval(value: float, bounds: list[float]) -> int | None:
    """Which interval a value falls into; the last one includes its upper bound."""
    if not bounds[0] <= value <= bounds[-1]:
        return None
    return min(bisect_right(bounds, value) - 1, len(bounds) - 2)
