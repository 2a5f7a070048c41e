"""How densely the values of groups lie."""

import math
from typing import Any

from ._api import unexpected
from ._boxplot import groups_of
from ._histogram import _quantile
from .collections import LineCollection, PolyCollection
from .values import numbers

__all__ = ['density', 'draw_violins']

_ORDER = (
    'positions',
    'vert',
    'widths',
    'showmeans',
    'showextrema',
    'showmedians',
    'quantiles',
    'points',
    'bw_method',
)
_KNOWN = {*_ORDER, 'data', 'orientation', 'side'}


def density(values: list[float], places: list[float], bandwidth: Any = None) -> list[float]:
    """Scott's estimate of the density of values with normal kernels."""
    count = len(values)
    mean = math.fsum(values) / count
    variance = math.fsum((value - mean) ** 2 for value in values) / (count - 1) if count > 1 else 0.0
    factor = count ** (-1 / 5)
    if bandwidth == 'silverman':
        factor = (count * 3 / 4) ** (-1 / 5)
    elif isinstance(bandwidth, (int, float)):
        factor = float(bandwidth)
    width = factor * math.sqrt(variance)
    scale = 1 / (count * width * math.sqrt(2 * math.pi))
    return [
        scale * math.fsum(math.exp(-(((place - value) / width) ** 2) / 2) for value in values)
        for place in places
    ]


def draw_violins(axes: Any, dataset: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, Any]:
    """Draws an area for each group; gives areas and lines by their names.

    Raises:
        TypeError: for a keyword that violinplot does not have.
        ValueError: unless there are as many positions as groups.
    """
    options = {**dict(zip(_ORDER, args, strict=False)), **kwargs}
    for name in options:
        if name not in _KNOWN:
            raise unexpected('violinplot', name)
    groups = groups_of(dataset)
    given = options.get('positions')
    positions = [float(i + 1) for i in range(len(groups))] if given is None else numbers(given)
    if len(positions) != len(groups):
        raise ValueError('List of violinplot statistics and positions values must have the same length')
    widths = numbers(options.get('widths', 0.5))
    widths = widths * len(groups) if len(widths) == 1 else widths
    upright = options.get('vert', True) and options.get('orientation', 'vertical') != 'horizontal'
    color = axes.line_cycle.next_color()
    drawer = _Violins(axes, bool(upright), color)
    bodies = [
        drawer.body(group, at, width, options)
        for group, at, width in zip(groups, positions, widths, strict=True)
    ]
    return {'bodies': bodies, **drawer.lines(groups, positions, widths, options)}


class _Violins:
    def __init__(self, axes: Any, upright: bool, color: Any) -> None:
        self.axes, self.upright, self.color = axes, upright, color

    def body(self, group: list[float], at: float, width: float, options: dict[str, Any]) -> Any:
        points = options.get('points', 100)
        low, high = min(group), max(group)
        places = [low + (high - low) * i / (points - 1) for i in range(points)]
        flat = low == high
        heights = [1.0] * points if flat else density(group, places, options.get('bw_method'))
        half = [0.5 * width * h / max(heights) for h in heights]
        left = [(at - h, p) for h, p in zip(half, places, strict=True)]
        right = [(at + h, p) for h, p in zip(half, places, strict=True)]
        area = left + right[::-1]
        rows = area if self.upright else [(b, a) for a, b in area]
        made = PolyCollection([rows], facecolors=self.color, alpha=0.3)
        return self.axes.add(made)

    def lines(
        self, groups: list[list[float]], positions: list[float], widths: list[float], options: dict[str, Any]
    ) -> dict[str, Any]:
        found: dict[str, Any] = {}
        sides = list(zip(positions, widths, strict=True))
        if options.get('showmeans'):
            found['cmeans'] = self._across(sides, [math.fsum(group) / len(group) for group in groups])
        if options.get('showextrema', True):
            found['cmaxes'] = self._across(sides, [max(group) for group in groups])
            found['cmins'] = self._across(sides, [min(group) for group in groups])
            bars = [[[at, min(group)], [at, max(group)]] for at, group in zip(positions, groups, strict=True)]
            found['cbars'] = self._add(bars)
        if options.get('showmedians'):
            found['cmedians'] = self._across(sides, [_quantile(sorted(group), 0.5) for group in groups])
        return found

    def _across(self, sides: list[tuple[float, float]], values: list[float]) -> Any:
        return self._add(
            [[[at - w / 4, v], [at + w / 4, v]] for (at, w), v in zip(sides, values, strict=True)]
        )

    def _add(self, lines: list[Any]) -> Any:
        rows = lines if self.upright else [[[b, a] for a, b in line] for line in lines]
        return self.axes.add(LineCollection(rows, colors=self.color))
