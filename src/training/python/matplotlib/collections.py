"""Many of a kind, drawn together: points of a scatter, lines, areas, the cells of a grid."""

import math
from typing import Any, ClassVar

from . import rcParams
from ._api import check_in_list
from .artist import Artist, each, in_data
from .cm import ScalarMappable
from .colors import color_of, colors_of, to_rgba_array
from .lines import drawn_line, drawn_marker, line_style
from .values import array_of, as_list, numbers, plain

__all__ = [
    'Collection',
    'EventCollection',
    'LineCollection',
    'PatchCollection',
    'PathCollection',
    'PolyCollection',
    'QuadMesh',
    'joined',
    'upright',
]


class Collection(Artist, ScalarMappable):
    """Many of a kind.

    Args:
        edgecolors, facecolors: one for all, or one each.
        linewidths, linestyles: likewise.
        norm, cmap: how an array of numbers becomes colours.
        kwargs: further properties.
    """

    zorder = 1
    aliases: ClassVar[dict[str, str]] = {
        'aa': 'antialiased',
        'antialiaseds': 'antialiased',
        'ec': 'edgecolor',
        'edgecolors': 'edgecolor',
        'facecolors': 'facecolor',
        'fc': 'facecolor',
        'colors': 'color',
        'dashes': 'linestyle',
        'linestyles': 'linestyle',
        'ls': 'linestyle',
        'linewidths': 'linewidth',
        'lw': 'linewidth',
        'transOffset': 'offset_transform',
    }
    plain: ClassVar[dict[str, Any]] = {
        **Artist.plain,
        'antialiased': True,
        'capstyle': None,
        'hatch': None,
        'joinstyle': None,
        'offset_transform': None,
        'pickradius': 5,
        'urls': (None,),
    }

    def __init__(
        self,
        *,
        edgecolors: Any = None,
        facecolors: Any = None,
        linewidths: Any = None,
        linestyles: Any = 'solid',
        norm: Any = None,
        cmap: Any = None,
        **kwargs: Any,
    ) -> None:
        Artist.__init__(self)
        ScalarMappable.__init__(self, norm, cmap)
        self._face: Any = facecolors
        self._edge: Any = edgecolors
        self._widths = numbers(rcParams['patch.linewidth'] if linewidths is None else linewidths)
        self._linestyle = line_style(_first_text(linestyles))
        self._offsets: list[list[float]] = []
        if kwargs:
            self.set(**kwargs)

    # ------------------------------------------------------------ look

    def get_facecolor(self) -> Any:
        """A row of four numbers for each face colour."""
        if self._A is not None:
            return self.to_rgba(self._A, self._alpha)
        return _rgba(self._face, self._alpha)

    def set_facecolor(self, c: Any) -> None:
        """Sets the colours of faces."""
        self._face = c

    def get_edgecolor(self) -> Any:
        """A row of four numbers for each edge colour."""
        if isinstance(self._edge, str) and self._edge == 'face':
            return self.get_facecolor()
        return _rgba(self._edge, self._alpha)

    def set_edgecolor(self, c: Any) -> None:
        """Sets the colours of edges."""
        self._edge = c

    def set_color(self, c: Any) -> None:
        """Sets both."""
        self._face = self._edge = c

    def get_linewidth(self) -> Any:
        """The widths of edges in points."""
        return array_of(self._widths)

    def set_linewidth(self, lw: Any) -> None:
        """Sets them."""
        self._widths = numbers(rcParams['patch.linewidth'] if lw is None else lw)

    get_linewidths = get_linewidth

    def get_linestyle(self) -> Any:
        """How edges are drawn: offsets with lengths of dashes."""
        return [(0, None) if self._linestyle == '-' else (0.0, [3.7, 1.6])]

    def set_linestyle(self, ls: Any) -> None:
        """Sets it."""
        self._linestyle = line_style(_first_text(ls))

    def get_offsets(self) -> Any:
        """A row for each place."""
        import numpy as np

        return np.array(self._offsets or [[0.0, 0.0]], dtype=np.float64)

    def set_offsets(self, offsets: Any) -> None:
        """Sets the places."""
        self._offsets = [[float(v) for v in as_list(row)] for row in as_list(offsets)]

    def set_array(self, A: Any) -> None:
        """Sets the numbers that are shown as colours."""
        super().set_array(None if A is None else array_of(A))

    def get_array(self) -> Any:
        """The numbers that are shown as colours."""
        return self._A

    # ------------------------------------------------------------ what axes ask

    def color_fields(self, given: Any) -> dict[str, Any]:
        """Fields of the protocol's `Series` for one colour or several."""
        fields: dict[str, Any] = {'alpha': self._alpha if isinstance(self._alpha, (int, float)) else None}
        if self._A is not None:
            self.autoscale_None()
            return {**fields, 'values': numbers(self._A), **self.scale_of_colors()}
        several = None if isinstance(given, str) else colors_of(given)
        if several is not None and len(several) > 1:
            return {**fields, 'colors': several}
        if given is None:
            return fields
        color = color_of(as_list(given)[0] if several else given)
        if fields['alpha'] is None:
            fields['alpha'] = color.alpha
        return {**fields, 'color': color.name}

    def edge_fields(self) -> dict[str, Any]:
        """Fields of the protocol's `Series` for a colour of edges of their own."""
        edge = self._edge
        if edge is None or (isinstance(edge, str) and edge in ('face', 'none')):
            return {}
        names = [color_of(edge).name] if isinstance(edge, str) else colors_of(edge) or [color_of(edge).name]
        width = self._widths[0] if self._widths else None
        if len(set(names)) > 1:
            return {'edgecolors': names, 'edgewidth': width}
        return {'edgecolor': names[0], 'edgewidth': width}


def _first_text(styles: Any) -> Any:
    if isinstance(styles, (list, tuple)) and styles and isinstance(styles[0], str):
        return styles[0]
    return styles


def _rgba(given: Any, alpha: Any) -> Any:
    import numpy as np

    if given is None:
        return np.zeros((0, 4))
    return to_rgba_array(given, alpha)


class PathCollection(Collection):
    """The points of a scatter.

    Args:
        x, y: where.
        sizes: areas in square points.
        marker: of each point.
        kwargs: as of `Collection`.
    """

    heights: Any
    """The third coordinate, of one or of each point; only in axes of three dimensions."""

    def __init__(
        self, x: list[float], y: list[float], sizes: list[float], marker: Any, **kwargs: Any
    ) -> None:
        self._sizes = sizes
        self._marker = marker
        super().__init__(**kwargs)
        self._offsets = [[a, b] for a, b in zip(x, y, strict=True)]

    def get_sizes(self) -> Any:
        """The areas in square points."""
        return array_of(self._sizes)

    def set_sizes(self, sizes: Any, dpi: float = 72.0) -> None:
        """Sets them."""
        self._sizes = plain(sizes)

    def get_paths(self) -> list[Any]:
        """The outline of a mark."""
        return [None]

    def legend_elements(
        self, prop: str = 'colors', num: Any = 'auto', fmt: Any = None, func: Any = None, **kwargs: Any
    ) -> Any:
        """Handles and words for a legend of the colours, or of the sizes."""
        from .legend_handler import scatter_elements

        return scatter_elements(self, prop, num, fmt, func, kwargs)

    def data_points(self) -> tuple[list[float], list[float]]:
        if not in_data(self):
            return [], []
        rows = [row for row in self._offsets if not any(map(math.isnan, row))]
        return [row[0] for row in rows], [row[1] for row in rows]

    def as_series(self) -> list[dict[str, Any]]:
        fields = self.color_fields(self._face if self._face is not None else self._edge) | self.edge_fields()
        fields['format'] = drawn_marker(self._marker) or 'o'
        if isinstance(self._face, str) and self._face == 'none':
            fields |= {'color': self.edge_fields().get('edgecolor'), 'markerfacecolor': 'none', 'alpha': None}
        elif self._widths:
            fields.setdefault('edgewidth', self._widths[0])
        if self._sizes != [rcParams['lines.markersize'] ** 2]:
            fields['sizes'] = [float(size) for size in self._sizes]
        x, y = [row[0] for row in self._offsets], [row[1] for row in self._offsets]
        return [self.series('scatter', x, y, fields)]


class LineCollection(Collection):
    """Several lines.

    Args:
        segments: rows of points for each.
        colors: one for all, or one each.
        kwargs: as of `Collection`.
    """

    zorder = 2

    def __init__(self, segments: Any, *, colors: Any = None, linewidths: Any = None, **kwargs: Any) -> None:
        self.set_segments(segments)
        width = rcParams['lines.linewidth'] if linewidths is None else linewidths
        shown = rcParams['lines.color'] if colors is None else colors
        super().__init__(edgecolors=shown, facecolors='none', linewidths=width, **kwargs)

    def get_segments(self) -> list[Any]:
        """The points of each line."""
        return [array_of(segment) for segment in self._segments]

    def set_segments(self, segments: Any) -> None:
        """Sets them."""
        self._segments = [
            [[float(v) for v in as_list(p)] for p in as_list(line)] for line in as_list(segments)
        ]

    set_verts = set_paths = set_segments

    def set_color(self, c: Any) -> None:
        self._edge = c

    def get_color(self) -> Any:
        """A row of four numbers for each colour."""
        return self.get_edgecolor()

    get_colors = get_color

    def data_points(self) -> tuple[list[float], list[float]]:
        points = [point for line in self._segments for point in line if math.isfinite(sum(point))]
        return [point[0] for point in points], [point[1] for point in points]

    def as_series(self) -> list[dict[str, Any]]:
        common = {
            'format': drawn_line(self._linestyle) or ',',
            'linewidth': self._widths[0] if self._widths else None,
        }
        colors = self._line_colors()
        if len(set(colors)) <= 1:
            x, y = joined([([p[0] for p in line], [p[1] for p in line]) for line in self._segments])
            return [self.series('line', x, y, {**common, **self._one(colors[0] if colors else 'C0')})]
        return [
            self.series('line', [p[0] for p in line], [p[1] for p in line], {**common, **self._one(color)})
            for line, color in zip(self._segments, colors, strict=True)
        ]

    def _one(self, color: Any) -> dict[str, Any]:
        shown = color_of(color)
        return {'color': shown.name, 'alpha': self._alpha if self._alpha is not None else shown.alpha}

    def _line_colors(self) -> list[Any]:
        count = len(self._segments)
        if self._A is not None:
            return [tuple(row) for row in as_list(self.to_rgba(self._A))][:count]
        if isinstance(self._edge, str) or colors_of(self._edge) is None:
            return [self._edge] * count
        given = as_list(self._edge)
        return [
            given[i % len(given)] if isinstance(given[i % len(given)], str) else tuple(given[i % len(given)])
            for i in range(count)
        ]


class PolyCollection(Collection):
    """Areas.

    Args:
        verts: rows of corners for each.
        kwargs: as of `Collection`.
    """

    def __init__(self, verts: Any, sizes: Any = None, *, closed: bool = True, **kwargs: Any) -> None:
        self.set_verts(verts)
        if 'color' in kwargs:
            kwargs['facecolors'] = kwargs['edgecolors'] = kwargs.pop('color')
        super().__init__(**kwargs)

    def set_verts(self, verts: Any, closed: bool = True) -> None:
        """Sets the corners."""
        self._areas = [[[float(v) for v in as_list(p)] for p in as_list(area)] for area in as_list(verts)]

    set_paths = set_verts

    def get_paths(self) -> list[Any]:
        """An outline for each area."""
        from .path import Path

        return [Path(area) for area in self._areas]

    def data_points(self) -> tuple[list[float], list[float]]:
        if not in_data(self):
            return [], []
        points = [point for area in self._areas for point in area if math.isfinite(sum(point))]
        return [point[0] for point in points], [point[1] for point in points]

    def as_series(self) -> list[dict[str, Any]]:
        fields = self.color_fields(self._face) | self.edge_fields()
        several = fields.pop('colors', None)
        if self._A is not None:
            several = [tuple(row) for row in as_list(self.to_rgba(self._A))]
            fields = {'alpha': fields['alpha']}
        x, y = joined([([p[0] for p in area], [p[1] for p in area]) for area in self._areas])
        if several is not None:
            fields['colors'] = [color_of(color).name for color in each(list(several), len(self._areas))]
        return [self.series('area', x, y, fields)]


class PatchCollection(PolyCollection):
    """Outlines drawn together.

    Args:
        patches: the outlines.
        match_original: whether they keep their colours.
    """

    def __init__(self, patches: Any, *, match_original: bool = False, **kwargs: Any) -> None:
        if match_original:
            kwargs['facecolors'] = [patch.get_facecolor() for patch in patches]
        super().__init__([list(zip(*patch.outline(), strict=True)) for patch in patches], **kwargs)


class QuadMesh(Collection):
    """The cells of a grid.

    Args:
        coordinates: edges along x and along y.
        values: of the cells, row by row.
        kwargs: as of `Collection`.
    """

    def __init__(self, coordinates: tuple[list[float], list[float]], values: Any, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self._edges = coordinates
        self.set_array(values)
        self.sticky_edges.x[:] = [min(coordinates[0]), max(coordinates[0])]
        self.sticky_edges.y[:] = [min(coordinates[1]), max(coordinates[1])]

    def get_coordinates(self) -> Any:
        """The corners of the cells."""
        import numpy as np

        x, y = self._edges
        return np.array([[[a, b] for a in x] for b in y])

    def data_points(self) -> tuple[list[float], list[float]]:
        return self._edges

    def as_series(self) -> list[dict[str, Any]]:
        self.autoscale_None()
        x, y = self._edges
        fields = {
            **self.scale_of_colors(),
            'alpha': self._alpha,
            'columns': len(x) - 1,
            'extent': [float(x[0]), float(x[-1]), float(y[0]), float(y[-1])],
        }
        return [self.series('image', [], upright(numbers(self._A), len(x) - 1), fields)]


class EventCollection(LineCollection):
    """Short lines at places along an axis."""

    def __init__(
        self,
        positions: Any,
        orientation: str = 'horizontal',
        *,
        lineoffset: float = 0,
        linelength: float = 1,
        linewidth: Any = None,
        color: Any = None,
        linestyle: Any = 'solid',
        **kwargs: Any,
    ) -> None:
        check_in_list(('horizontal', 'vertical'), orientation=orientation)
        low, high = lineoffset - linelength / 2, lineoffset + linelength / 2
        lying = orientation == 'horizontal'
        self._positions, self._orientation = numbers(positions), orientation
        lines = [[[p, high], [p, low]] if lying else [[high, p], [low, p]] for p in self._positions]
        super().__init__(lines, colors=color, linewidths=linewidth, linestyles=linestyle, **kwargs)

    def get_positions(self) -> list[float]:
        """The places."""
        return list(self._positions)

    def get_orientation(self) -> str:
        """Along which axis they stand."""
        return self._orientation


def joined(pieces: list[tuple[list[float], list[float]]]) -> tuple[list[float], list[float]]:
    """Pieces of a line as one, with NaN between them."""
    x: list[float] = []
    y: list[float] = []
    for piece_x, piece_y in pieces:
        if x:
            x.append(math.nan)
            y.append(math.nan)
        x += piece_x
        y += piece_y
    return x, y


def upright(values: list[float], columns: int) -> list[float]:
    """Rows in reverse order: an image's first row is its uppermost."""
    return [
        value
        for start in range(len(values) - columns, -1, -columns)
        for value in values[start : start + columns]
    ]
