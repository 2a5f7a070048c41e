"""Boxes that sum up groups of values."""

import math
from typing import Any

from . import rcParams
from ._api import unexpected
from ._histogram import _quantile
from .lines import Line2D
from .patches import PathPatch
from .path import Path
from .ticker import FixedFormatter, FixedLocator
from .values import as_list, numbers, shape

__all__ = ['draw_boxes', 'draw_summaries', 'groups_of', 'summary']

_ORDER = ('notch', 'sym', 'vert', 'whis')
_LOOKS = ('boxprops', 'flierprops', 'medianprops', 'meanprops', 'capprops', 'whiskerprops')
_KNOWN = {
    *_ORDER,
    *_LOOKS,
    *(
        'positions',
        'widths',
        'patch_artist',
        'labels',
        'tick_labels',
        'orientation',
        'manage_ticks',
        'showmeans',
    ),
    *(
        'showcaps',
        'showbox',
        'showfliers',
        'meanline',
        'autorange',
        'zorder',
        'capwidths',
        'label',
        'bootstrap',
    ),
    *('usermedians', 'conf_intervals', 'data'),
}


def groups_of(x: Any) -> list[list[float]]:
    """Groups of values: the columns of a matrix, the members of a list, or the values themselves."""
    sizes = shape(x)
    listed = as_list(x)
    if hasattr(x, 'ndim') and len(sizes) == 2:
        return [list(column) for column in zip(*listed, strict=True)]
    if listed and hasattr(as_list(listed[0]), '__len__'):
        return [as_list(group) for group in listed]
    return [[float(one) if hasattr(one, 'item') else one for one in listed]]


def summary(values: list[float], whis: Any = 1.5) -> dict[str, Any]:
    """Mean, quartiles, ends of the whiskers and what lies beyond, by the names of `boxplot_stats`."""
    if not values:
        names = ('mean', 'med', 'q1', 'q3', 'iqr', 'cilo', 'cihi', 'whislo', 'whishi')
        return {**dict.fromkeys(names, math.nan), 'fliers': []}
    ordered = sorted(values)
    q1, med, q3 = (_quantile(ordered, part) for part in (0.25, 0.5, 0.75))
    if hasattr(whis, '__len__'):
        low, high = (_quantile(ordered, part / 100) for part in whis)
    else:
        low, high = q1 - whis * (q3 - q1), q3 + whis * (q3 - q1)
    inside = [value for value in ordered if low <= value <= high]
    below = min(inside[0], q1) if inside else q1
    above = max(inside[-1], q3) if inside else q3
    reach = 1.57 * (q3 - q1) / math.sqrt(len(values))
    return {
        'mean': math.fsum(values) / len(values),
        'med': med,
        'q1': q1,
        'q3': q3,
        'iqr': q3 - q1,
        'cilo': med - reach,
        'cihi': med + reach,
        'whislo': below,
        'whishi': above,
        'fliers': [value for value in ordered if value < below or value > above],
    }


def draw_boxes(axes: Any, x: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> dict[str, list[Any]]:
    """Draws a box for each group; gives its lines by their names.

    Raises:
        TypeError: for a keyword that boxplot does not have.
        ValueError: unless there are as many labels as groups.
    """
    options = {**dict(zip(_ORDER, args, strict=False)), **kwargs}
    for name in options:
        if name not in _KNOWN:
            raise unexpected('boxplot', name)
    groups = groups_of(x)
    labels = options.get('tick_labels', options.get('labels'))
    if labels is not None and len(labels) != len(groups):
        raise ValueError('Dimensions of labels and X must be compatible')
    whis = options.get('whis')
    stats = [summary(group, rcParams['boxplot.whiskers'] if whis is None else whis) for group in groups]
    for place, one in enumerate(stats):
        one['label'] = str(place + 1) if labels is None else labels[place]
    return _draw(axes, stats, options)


def draw_summaries(
    axes: Any, stats: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> dict[str, list[Any]]:
    """Draws boxes whose numbers were computed before."""
    options = {**dict(zip(('positions',), args, strict=False)), **kwargs}
    return _draw(axes, list(stats), options)


class _Drawer:
    """Draws the parts of boxes, upright or lying."""

    def __init__(self, axes: Any, options: dict[str, Any]) -> None:
        self.axes = axes
        self.options = options
        vertical = options.get('orientation', 'vertical') != 'horizontal'
        self.upright = vertical if options.get('vert') is None else bool(options['vert'])
        self.found: dict[str, list[Any]] = {
            name: [] for name in ('whiskers', 'caps', 'boxes', 'medians', 'fliers', 'means')
        }

    def _look(self, part: str, patch: bool = False) -> dict[str, Any]:
        names = (
            'color',
            'linestyle',
            'linewidth',
            'marker',
            'markersize',
            'markeredgecolor',
            'markerfacecolor',
        )
        kept = names[:3] if part not in ('flierprops', 'meanprops') else names
        look = {
            name: rcParams[f'boxplot.{part}.{name}'] for name in kept if f'boxplot.{part}.{name}' in rcParams
        }
        given = dict(self.options.get(part) or {})
        if patch:
            look['edgecolor'] = look.pop('color')
            look['facecolor'] = rcParams['patch.facecolor']
        elif 'c' in given:
            given['color'] = given.pop('c')
        return {**look, **given}

    def line(self, name: str, part: str, x: list[float], y: list[float]) -> None:
        """One line of a box."""
        look = self._look(part)
        if part == 'meanprops' and not self.options.get('meanline'):
            look |= {'linestyle': 'none'}
        line = Line2D(*((x, y) if self.upright else (y, x)), **look)
        line._was_plotted = True
        line.set_label('_nolegend_')
        self.found[name].append(self.axes.add(line))

    def box(self, x: list[float], y: list[float]) -> None:
        """The box itself: a line, or an outline with a face."""
        if not self.options.get('patch_artist'):
            self.line('boxes', 'boxprops', x, y)
            return
        rows = list(zip(x, y, strict=True)) if self.upright else list(zip(y, x, strict=True))
        patch = PathPatch(Path(rows), **self._look('boxprops', patch=True))
        self.found['boxes'].append(self.axes.add(patch))


def _draw(axes: Any, stats: list[dict[str, Any]], options: dict[str, Any]) -> dict[str, list[Any]]:
    drawer = _Drawer(axes, options)
    count = len(stats)
    given = options.get('positions')
    positions = [float(i + 1) for i in range(count)] if given is None else numbers(given)
    if len(positions) != count:
        raise ValueError('List of boxplot statistics and `positions` values must have same the length')
    span = max(positions) - min(positions) if positions else 0.0
    widths = options.get('widths')
    wide = [min(0.5, max(0.15 * span, 0.15)) if span else 0.5] * count if widths is None else numbers(widths)
    wide = wide * count if len(wide) == 1 else wide
    for at, width, one in zip(positions, wide, stats, strict=True):
        _draw_one(drawer, at, width, one)
    if options.get('manage_ticks', True):
        _mark(drawer, positions, [one.get('label', str(i + 1)) for i, one in enumerate(stats)])
    return drawer.found


def _draw_one(drawer: _Drawer, at: float, width: float, one: dict[str, Any]) -> None:
    options = drawer.options
    left, right = at - width / 2, at + width / 2
    q1, q3 = one['q1'], one['q3']
    if options.get('showbox', True):
        if options.get('notch'):
            inner = (at - width / 4, at + width / 4)
            lo, hi, med = one['cilo'], one['cihi'], one['med']
            x = [left, right, right, inner[1], right, right, left, left, inner[0], left, left]
            drawer.box(x, [q1, q1, lo, med, hi, q3, q3, hi, med, lo, q1])
        else:
            drawer.box([left, right, right, left, left], [q1, q1, q3, q3, q1])
    for end, start in ((one['whislo'], q1), (one['whishi'], q3)):
        drawer.line('whiskers', 'whiskerprops', [at, at], [start, end])
        if options.get('showcaps', True):
            drawer.line('caps', 'capprops', [at - width / 4, at + width / 4], [end, end])
    drawer.line('medians', 'medianprops', [left, right], [one['med']] * 2)
    if options.get('showmeans'):
        places = [left, right] if options.get('meanline') else [at]
        drawer.line('means', 'meanprops', places, [one['mean']] * len(places))
    if options.get('showfliers', True):
        far = as_list(one.get('fliers', []))
        drawer.line('fliers', 'flierprops', [at] * len(far), far)


def _mark(drawer: _Drawer, positions: list[float], labels: list[Any]) -> None:
    """Marks the places of boxes, beside those that are marked already."""
    name = 'x' if drawer.upright else 'y'
    axis = drawer.axes.axis_of(name)
    drawer.axes._extents[name].take_in([min(positions) - 0.5, max(positions) + 0.5] if positions else [])
    for median, position in zip(drawer.found['medians'], positions, strict=True):
        getattr(median.sticky_edges, name).extend([position - 0.5, position + 0.5])
    known = isinstance(axis.major.locator, FixedLocator) and isinstance(axis.major.formatter, FixedFormatter)
    places = [*(numbers(axis.major.locator.locs) if known else []), *positions]
    words = [*(axis.major.formatter.seq if known else []), *labels]
    axis.set_major_locator(FixedLocator(places))
    axis.set_major_formatter(FixedFormatter(words))
    drawer.axes._ask_for_limits(name)
