"""How often values occur, and what sums up groups of them."""

from itertools import accumulate, pairwise
from typing import Any

from matplotlib import rcParams
from matplotlib._api import check_in_list
from matplotlib._histogram import bin_edges, bin_of
from matplotlib.axes._base import AxesBase
from matplotlib.colors import colors_of, row_of
from matplotlib.values import array_of, as_list, numbers, shape

__all__ = ['SilentList', 'Statistics']


class SilentList(list[Any]):
    """A list that says what it is a list of.

    Args:
        kind: of its members.
        items: the members.
    """

    def __init__(self, kind: str, items: Any = ()) -> None:
        super().__init__(items)
        self.type = kind

    def __repr__(self) -> str:
        return f'<a list of {len(self)} {self.type} objects>' if self else '<an empty list>'


class Statistics(AxesBase):
    """The methods of axes that draw how values are spread."""

    def hist(
        self,
        x: Any,
        bins: Any = None,
        range: Any = None,
        density: bool = False,
        weights: Any = None,
        cumulative: Any = False,
        bottom: Any = None,
        histtype: str = 'bar',
        align: str = 'mid',
        orientation: str = 'vertical',
        rwidth: Any = None,
        log: bool = False,
        color: Any = None,
        label: Any = None,
        stacked: bool = False,
        *,
        data: Any = None,
        **kwargs: Any,
    ) -> Any:
        """Draws how many values fall into each of several intervals; gives counts, bounds and the bars.

        Several groups of values stand side by side, in one list each.

        Raises:
            ValueError: when `weights` has another shape than the values.
        """
        check_in_list(('bar', 'barstacked', 'step', 'stepfilled'), histtype=histtype)
        check_in_list(('left', 'mid', 'right'), align=align)
        check_in_list(('horizontal', 'vertical'), orientation=orientation)
        groups = _groups(data[x] if data is not None and isinstance(x, str) else x)
        stacked = stacked or (histtype == 'barstacked')
        weight_groups = None if weights is None else _groups(weights)
        if weight_groups is not None and [*map(len, weight_groups)] != [*map(len, groups)]:
            raise ValueError('weights should have the same shape as x')
        bounds = bin_edges(
            [value for group in groups for value in group],
            rcParams['hist.bins'] if bins is None else bins,
            range,
        )
        counts = [
            _counts(group, bounds, None if weight_groups is None else weight_groups[place])
            for place, group in enumerate(groups)
        ]
        tops = _shaped(counts, bounds, bool(density), cumulative, stacked)
        colors = _group_colors(color, len(groups), self)
        names = [label] * len(groups) if label is None or isinstance(label, str) else list(label)
        names = [
            names[i] if i < len(names) and (i == 0 or not isinstance(label, str)) else None
            for i in _span(len(groups))
        ]
        form = {
            'orientation': orientation,
            'align': align,
            'rwidth': rwidth,
            'stacked': stacked,
            'bottom': bottom,
        }
        if log:
            self.axis_log('y' if orientation == 'vertical' else 'x')
        draw = self._columns if histtype.startswith('bar') else self._outlines
        made = draw(bounds, tops, colors, names, {**form, 'histtype': histtype}, kwargs)
        edges = array_of([float(bound) for bound in bounds])
        if len(groups) == 1:
            return array_of(tops[0]), edges, made[0]
        kind = 'BarContainer' if histtype.startswith('bar') else 'List[Polygon]'
        return array_of(tops), edges, SilentList(kind, made)

    def axis_log(self, name: str) -> None:
        """Makes an axis logarithmic."""
        self._set_scale(name, 'log', {'nonpositive': 'clip'})

    def _columns(
        self,
        bounds: list[float],
        tops: list[list[float]],
        colors: list[Any],
        names: list[Any],
        form: dict[str, Any],
        options: dict[str, Any],
    ) -> list[Any]:
        widths = [b - a for a, b in pairwise(bounds)]
        count = 1 if form['stacked'] else len(tops)
        part = (
            form['rwidth']
            if form['rwidth'] is not None
            else 0.8
            if len(tops) > 1 and not form['stacked']
            else 1.0
        )
        part = min(1.0, max(0.0, float(part)))
        shift = {'left': -0.5, 'mid': 0.0, 'right': 0.5}[form['align']]
        base = numbers(0 if form['bottom'] is None else form['bottom'])
        below = base * len(widths) if len(base) == 1 else base
        made: list[Any] = []
        for place, heights in enumerate(tops):
            side = place - (count - 1) / 2 if count > 1 else 0.0
            middles = [(a + b) / 2 + (shift + side * part / count) * (b - a) for a, b in pairwise(bounds)]
            wide = [part * width / count for width in widths]
            lengths = heights
            if form['stacked'] and place:
                below = [
                    b + h
                    for b, h in zip(
                        base * len(widths) if len(base) == 1 else base, tops[place - 1], strict=True
                    )
                ]
                lengths = [h - lower for h, lower in zip(heights, tops[place - 1], strict=True)]
            draw = self.bar if form['orientation'] == 'vertical' else self.barh
            look = {
                'color': colors[place],
                'label': '_nolegend_' if names[place] is None else names[place],
                **options,
            }
            made.append(draw(middles, lengths, wide, below, **look))
            made[-1].datavalues = array_of(lengths)
            made[-1].in_order = True
        return made

    def _outlines(
        self,
        bounds: list[float],
        tops: list[list[float]],
        colors: list[Any],
        names: list[Any],
        form: dict[str, Any],
        options: dict[str, Any],
    ) -> list[Any]:
        from matplotlib.patches import Polygon

        base = numbers(0 if form['bottom'] is None else form['bottom'])[0]
        along = [bound for bound in bounds for _ in (0, 1)]
        filled = form['histtype'] == 'stepfilled'
        made: list[Any] = []
        for place, heights in enumerate(tops):
            up = [base, *(base + h for h in heights for _ in (0, 1)), base]
            rows = list(zip(along, up, strict=True))
            rows = [(b, a) for a, b in rows] if form['orientation'] == 'horizontal' else rows
            look = (
                {'facecolor': colors[place]}
                if filled
                else {'edgecolor': row_of(colors[place]), 'fill': False}
            )
            shape_of = Polygon(rows, closed=filled, **{**look, **_without_color(options)})
            shape_of.set_label('_nolegend_' if names[place] is None else names[place])
            getattr(shape_of.sticky_edges, 'y' if form['orientation'] == 'vertical' else 'x').append(base)
            made.append([self.add(shape_of)])
        return made

    def stairs(
        self,
        values: Any,
        edges: Any = None,
        *,
        orientation: str = 'vertical',
        baseline: Any = 0,
        fill: bool = False,
        **kwargs: Any,
    ) -> Any:
        """Draws given heights between bounds as steps.

        Raises:
            ValueError: unless there is one bound more than heights.
        """
        from matplotlib.patches import Polygon

        heights = numbers(values)
        bounds = [float(i) for i in _span(len(heights) + 1)] if edges is None else numbers(edges)
        if len(bounds) != len(heights) + 1:
            raise ValueError(
                f'Size mismatch between "values" and "edges". Expected `len(values) + 1 == len(edges)`, but '
                f'`len(values) = {len(heights)}` and `len(edges) = {len(bounds)}`.'
            )
        base = numbers(baseline)[0]
        along = [bound for bound in bounds for _ in (0, 1)]
        up = [base, *(h for h in heights for _ in (0, 1)), base]
        rows = (
            list(zip(along, up, strict=True))
            if orientation == 'vertical'
            else list(zip(up, along, strict=True))
        )
        color = kwargs.pop('color', None)
        shown = self.line_cycle.next_color() if color is None else color
        look = {'facecolor': shown} if fill else {'edgecolor': shown, 'fill': False}
        made = Polygon(rows, closed=fill, **{**look, **kwargs})
        getattr(made.sticky_edges, 'y' if orientation == 'vertical' else 'x').append(base)
        return self.add(made)

    # ------------------------------------------------------------ two dimensions

    def hist2d(
        self,
        x: Any,
        y: Any,
        bins: Any = 10,
        range: Any = None,
        density: bool = False,
        weights: Any = None,
        cmin: Any = None,
        cmax: Any = None,
        **kwargs: Any,
    ) -> Any:
        """Draws how many points fall into each cell of a grid; gives counts, both bounds and the image."""
        xs, ys = numbers(x), numbers(y)
        sides = bins if hasattr(bins, '__len__') and len(bins) == 2 else (bins, bins)
        limits = (None, None) if range is None else range
        edges = [
            bin_edges(values, side, limit)
            for values, side, limit in zip((xs, ys), sides, limits, strict=True)
        ]
        cells = [[0.0] * (len(edges[1]) - 1) for _ in edges[0][1:]]
        shares = [1.0] * len(xs) if weights is None else numbers(weights)
        for a, b, share in zip(xs, ys, shares, strict=True):
            row, column = bin_of(a, edges[0]), bin_of(b, edges[1])
            if row is not None and column is not None:
                cells[row][column] += share
        if density:
            total = sum(map(sum, cells)) or 1.0
            sizes = [[(b - a) * (d - c) for c, d in pairwise(edges[1])] for a, b in pairwise(edges[0])]
            cells = [
                [c / total / s for c, s in zip(row, size, strict=True)]
                for row, size in zip(cells, sizes, strict=True)
            ]
        nan = float('nan')
        cells = [
            [nan if (cmin is not None and c < cmin) or (cmax is not None and c > cmax) else c for c in row]
            for row in cells
        ]
        turned = [list(column) for column in zip(*cells, strict=True)]
        image = self.pcolormesh(edges[0], edges[1], turned, **kwargs)
        self.set_xlim(edges[0][0], edges[0][-1])
        self.set_ylim(edges[1][0], edges[1][-1])
        return (
            array_of([[float(c) for c in row] for row in cells]),
            array_of(edges[0]),
            array_of(edges[1]),
            image,
        )

    def hexbin(self, x: Any, y: Any, C: Any = None, gridsize: Any = 100, **kwargs: Any) -> Any:
        """Draws how many points fall into each hexagon of a grid."""
        from matplotlib._hexbin import hexagons

        return hexagons(self, numbers(x), numbers(y), None if C is None else numbers(C), gridsize, kwargs)

    # ------------------------------------------------------------ groups

    def boxplot(self, x: Any, *args: Any, **kwargs: Any) -> dict[str, list[Any]]:
        """Draws the quartiles of each group as a box, lines to the last values near it, and the others."""
        from matplotlib._boxplot import draw_boxes

        return draw_boxes(self, x, args, kwargs)

    def bxp(self, bxpstats: Any, *args: Any, **kwargs: Any) -> dict[str, list[Any]]:
        """Draws boxes whose numbers were computed before."""
        from matplotlib._boxplot import draw_summaries

        return draw_summaries(self, bxpstats, args, kwargs)

    def violinplot(self, dataset: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Draws how densely the values of each group lie."""
        from matplotlib._violinplot import draw_violins

        return draw_violins(self, dataset, args, kwargs)

    def pie(self, x: Any, *args: Any, **kwargs: Any) -> Any:
        """Draws parts of a whole as pieces of a disc."""
        from matplotlib._pie import draw_pie

        return draw_pie(self, x, args, kwargs)

    def ecdf(self, x: Any, weights: Any = None, *, complementary: bool = False, **kwargs: Any) -> Any:
        """Draws the part of values up to each."""
        values = sorted(numbers(x))
        parts = [(i + 1) / len(values) for i in _span(len(values))]
        steps = [1 - p for p in parts] if complementary else parts
        (line,) = self.plot(
            [values[0], *values], [1.0 if complementary else 0.0, *steps], drawstyle='steps-post', **kwargs
        )
        return line


_span = range


def _groups(x: Any) -> list[list[float]]:
    sizes = shape(x)
    listed = as_list(x)
    if not isinstance(listed, list):
        return [numbers(listed)]
    if hasattr(x, 'ndim') and len(sizes) == 2:
        return [list(column) for column in zip(*[numbers(row) for row in listed], strict=True)]
    if listed and hasattr(as_list(listed[0]), '__len__') and not isinstance(listed[0], str):
        return [numbers(group) for group in listed]
    return [numbers(listed)]


def _counts(values: list[float], bounds: list[float], weights: list[float] | None) -> list[float]:
    counts = [0.0] * (len(bounds) - 1)
    for i, value in enumerate(values):
        place = bin_of(value, bounds)
        if place is not None:
            counts[place] += 1.0 if weights is None else weights[i]
    return counts


def _shaped(
    counts: list[list[float]], bounds: list[float], density: bool, cumulative: Any, stacked: bool
) -> list[list[float]]:
    widths = [b - a for a, b in pairwise(bounds)]
    tops = counts
    if stacked:
        tops = [
            list(column)
            for column in zip(*(accumulate(column) for column in zip(*counts, strict=True)), strict=True)
        ]
    if density:
        totals = [sum(tops[-1])] * len(tops) if stacked else [sum(row) for row in tops]
        tops = [
            [c / (total or 1.0) / w for c, w in zip(row, widths, strict=True)]
            for row, total in zip(tops, totals, strict=True)
        ]
    if cumulative:
        tops = [
            _running(
                row, widths if density else None, isinstance(cumulative, (int, float)) and cumulative < 0
            )
            for row in tops
        ]
    return tops


def _running(row: list[float], widths: list[float] | None, backward: bool) -> list[float]:
    parts = row if widths is None else [c * w for c, w in zip(row, widths, strict=True)]
    return list(accumulate(parts[::-1]))[::-1] if backward else list(accumulate(parts))


def _group_colors(color: Any, count: int, axes: Any) -> list[Any]:
    if color is None:
        return [axes.line_cycle.next_color() for _ in _span(count)]
    is_one = isinstance(color, str) or colors_of(color) is None
    given = [color] if is_one else as_list(color)
    if len(given) != count:
        raise ValueError(
            f"The 'color' keyword argument must have one color per dataset, but {count} "
            f'datasets and {len(given)} colors were provided'
        )
    return [one if isinstance(one, str) else tuple(as_list(one)) for one in given]


def _without_color(options: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in options.items() if name != 'color'}
