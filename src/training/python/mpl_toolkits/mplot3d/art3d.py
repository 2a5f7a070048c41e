"""What is drawn in three dimensions alone: surfaces, wires and bars."""

from itertools import pairwise, product
from typing import Any

from matplotlib.artist import Artist
from matplotlib.cm import ScalarMappable
from matplotlib.colors import color_of, to_hex, to_rgb
from matplotlib.values import array_of, numbers, reals, shape

from ._projection import Projection

__all__ = ['Area', 'Areas3D', 'Bars3D', 'Surface', 'Wireframe']

Area = list[tuple[float, float, float]]
_MOST = 50
"""Rows and columns of a surface that are drawn, as matplotlib samples them."""


class Areas3D(Artist, ScalarMappable):
    """Areas, the far ones drawn first.

    Args:
        ax: the axes.
        areas: rows of corners for each.
        color: of all, or one each.
        shade: whether they are brighter where they are turned to the light.
        options: of their look: `cmap`, `norm`, `vmin`, `vmax`, `alpha`, `edgecolor`, `linewidth`, `label`.
    """

    zorder = 1

    def __init__(self, ax: Any, areas: list[Area], color: Any, shade: bool, options: dict[str, Any]) -> None:
        Artist.__init__(self)
        ScalarMappable.__init__(self, options.get('norm'), options.get('cmap'))
        self.axes, self._areas, self._color, self._shade = ax, areas, color, shade
        self._alpha = options.get('alpha')
        self._label = options.get('label', '')
        self._edge = options.get('edgecolor', options.get('edgecolors', options.get('ec')))
        self._width = float(options.get('linewidth', options.get('lw', options.get('linewidths', 1.0))))
        if options.get('cmap') is not None:
            self.set_array(array_of([sum(point[2] for point in area) / len(area) for area in areas]))
            self.set_clim(options.get('vmin'), options.get('vmax'))
            self.autoscale_None()
        for name in options:
            if name not in _KNOWN:
                ax.leave_out(f'{name} of a surface')

    @property
    def heights(self) -> list[float]:
        """All third coordinates."""
        return [point[2] for area in self._areas for point in area]

    def data_points(self) -> tuple[list[float], list[float]]:
        points = [point for area in self._areas for point in area]
        return [point[0] for point in points], [point[1] for point in points]

    def in_space(self, projection: Projection) -> list[dict[str, Any]]:
        """The protocol's `Series`, as it is seen."""
        colors = self._colors(projection)
        seen = [[projection.seen(point) for point in area] for area in self._areas]
        order = sorted(range(len(seen)), key=lambda i: sum(p[2] for p in seen[i]) / len(seen[i]))
        x: list[float] = []
        y: list[float] = []
        for i in order:
            gap = [float('nan')] if x else []
            x += gap + [point[0] for point in seen[i]]
            y += gap + [point[1] for point in seen[i]]
        fields: dict[str, Any] = {'colors': [colors[i] for i in order], 'edgecolor': 'face', 'edgewidth': 0.4}
        if self._edge is not None and self._width > 0 and self._edge != 'none':
            fields |= {'edgecolor': color_of(self._edge).name, 'edgewidth': self._width}
        if self._alpha is not None:
            fields['alpha'] = float(self._alpha)
        if self._A is not None:
            fields |= self.scale_of_colors()
        label = self._label if self._label and not str(self._label).startswith('_') else ''
        return [{'kind': 'area', 'label': label, 'x': reals(x), 'y': reals(y), **fields}]

    def _colors(self, projection: Projection) -> list[str]:
        if self._A is not None:
            return [to_hex(tuple(row[:3])) for row in self.to_rgba(self._A).tolist()]
        if not self._shade:
            return [color_of(self._color).name] * len(self._areas)
        base = to_rgb(self._color)
        shades = [projection.shade(area) for area in self._areas]
        return [to_hex(tuple(part * shade for part in base)) for shade in shades]


_KNOWN = [
    *(
        'cmap',
        'norm',
        'vmin',
        'vmax',
        'alpha',
        'edgecolor',
        'edgecolors',
        'ec',
        'linewidth',
        'linewidths',
        'lw',
    ),
    *('label', 'color', 'shade', 'rstride', 'cstride', 'rcount', 'ccount', 'antialiased', 'zsort'),
]


class Surface(Areas3D):
    """A surface over a grid."""

    def __init__(self, ax: Any, X: Any, Y: Any, Z: Any, **options: Any) -> None:
        points = _grid(X, Y, Z)
        rows, columns = _kept(len(points), options, 'r'), _kept(len(points[0]), options, 'c')
        areas = [
            _around(points, top, bottom, left, right)
            for top, bottom in pairwise(rows)
            for left, right in pairwise(columns)
        ]
        plain = options.get('cmap') is None
        super().__init__(ax, areas, options.get('color') or 'C0', options.get('shade', plain), options)


def _around(points: list[Area], top: int, bottom: int, left: int, right: int) -> Area:
    """The outline of a part of a grid, along all of its points."""
    upper = points[top][left : right + 1]
    far = [points[row][right] for row in range(top + 1, bottom)]
    lower = points[bottom][left : right + 1][::-1]
    near = [points[row][left] for row in range(bottom - 1, top, -1)]
    return [*upper, *far, *lower, *near]


class Wireframe(Artist):
    """Lines along the rows and columns of a surface."""

    zorder = 2

    def __init__(self, ax: Any, X: Any, Y: Any, Z: Any, **options: Any) -> None:
        super().__init__()
        self.axes = ax
        points = _grid(X, Y, Z)
        rows, columns = _kept(len(points), options, 'r'), _kept(len(points[0]), options, 'c')
        self._lines = [points[row] for row in rows] + [
            [line[column] for line in points] for column in columns
        ]
        self._color = options.get('color', options.get('colors')) or 'C0'
        self._width = float(options.get('linewidth', options.get('lw', 1.5)))
        self._alpha = options.get('alpha')
        self._label = options.get('label', '')

    @property
    def heights(self) -> list[float]:
        """All third coordinates."""
        return [point[2] for line in self._lines for point in line]

    def data_points(self) -> tuple[list[float], list[float]]:
        points = [point for line in self._lines for point in line]
        return [point[0] for point in points], [point[1] for point in points]

    def in_space(self, projection: Projection) -> list[dict[str, Any]]:
        """The protocol's `Series`, as it is seen."""
        from matplotlib.collections import joined

        seen = [[projection.seen(point) for point in line] for line in self._lines]
        x, y = joined([([p[0] for p in line], [p[1] for p in line]) for line in seen])
        fields = {'color': color_of(self._color).name, 'linewidth': self._width}
        return [self.series('line', x, y, {**fields, 'alpha': self._alpha})]


class Bars3D(Areas3D):
    """Bars: boxes from corners."""

    def __init__(self, ax: Any, corners: Any, sizes: Any, color: Any, **options: Any) -> None:
        count = max(len(numbers(part)) for part in (*corners, *sizes))
        starts = [_each(part, count) for part in corners]
        lengths = [_each(part, count) for part in sizes]
        areas = [
            area
            for i in range(count)
            for area in _faces(
                [(start[i], start[i] + size[i]) for start, size in zip(starts, lengths, strict=True)]
            )
        ]
        one = color if isinstance(color, str) or color is None else 'C0'
        if one != color:
            ax.leave_out('colours of single bars in three dimensions')
        super().__init__(ax, areas, one or 'C0', options.get('shade', True), options)


def _faces(ends: list[tuple[float, float]]) -> list[Area]:
    found = []
    for axis, side in product(range(3), (0, 1)):
        first, second = (other for other in range(3) if other != axis)
        face = []
        for i, j in ((0, 0), (1, 0), (1, 1), (0, 1)):
            point = [0.0, 0.0, 0.0]
            point[axis], point[first], point[second] = ends[axis][side], ends[first][i], ends[second][j]
            face.append((point[0], point[1], point[2]))
        outwards = (axis == 1) != (side == 1)
        found.append(face if outwards else face[::-1])
    return found


def _each(values: Any, count: int) -> list[float]:
    given = numbers(values)
    return given * count if len(given) == 1 else given


def _grid(X: Any, Y: Any, Z: Any) -> list[Area]:
    rows, columns = shape(Z)
    xs, ys, zs = numbers(X), numbers(Y), numbers(Z)
    if len(xs) == columns:
        xs = xs * rows
    if len(ys) == rows and len(ys) != len(zs):
        ys = [y for y in ys for _ in range(columns)]
    return [
        [(xs[i * columns + j], ys[i * columns + j], zs[i * columns + j]) for j in range(columns)]
        for i in range(rows)
    ]


def _kept(count: int, options: dict[str, Any], name: str) -> list[int]:
    """Which rows (or columns) are drawn, the last one always."""
    stride = options.get(f'{name}stride')
    step = int(stride) if stride else max(1, -(-count // int(options.get(f'{name}count', _MOST))))
    places = list(range(0, count - 1, step))
    return [*places, count - 1]
