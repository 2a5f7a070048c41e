"""Outlines: rectangles, circles, polygons, arrows."""

import importlib
import math
from typing import Any, ClassVar

from . import rcParams
from ._api import check_in_list
from ._bar_series import BarSeries
from ._collected_patches import LATE
from .artist import Artist, in_data
from .colors import checked, color_of, to_rgba
from .lines import drawn_line, line_style
from .values import as_list

__all__ = ['Outline', 'Patch', 'PathPatch', 'Polygon', 'Rectangle', 'checked_hatch']

Outline = tuple[list[float], list[float]]


class Patch(Artist):
    """An outline with a face and an edge.

    Args:
        edgecolor, facecolor, color: of edge, of face, and of both.
        linewidth: of the edge, in points.
        linestyle: of the edge.
        fill: whether there is a face.
        hatch: a pattern, which is not drawn.
        kwargs: further properties.
    """

    zorder = 1
    aliases: ClassVar[dict[str, str]] = {
        'aa': 'antialiased',
        'ec': 'edgecolor',
        'fc': 'facecolor',
        'ls': 'linestyle',
        'lw': 'linewidth',
    }
    plain: ClassVar[dict[str, Any]] = {
        **Artist.plain,
        'antialiased': True,
        'capstyle': 'butt',
        'hatch': None,
        'joinstyle': 'miter',
    }

    def __init__(
        self,
        *,
        edgecolor: Any = None,
        facecolor: Any = None,
        color: Any = None,
        linewidth: Any = None,
        linestyle: Any = None,
        fill: bool = True,
        **kwargs: Any,
    ) -> None:
        super().__init__()
        self._fill = bool(fill)
        self._face = checked(facecolor)
        self._edge = checked(edgecolor)
        if color is not None:
            self.set_color(color)
        self._linewidth = float(rcParams['patch.linewidth'] if linewidth is None else linewidth)
        self.set_linestyle('solid' if linestyle is None else linestyle)
        if kwargs:
            self.set(**kwargs)

    def get_facecolor(self) -> Any:
        """Red, green, blue and opacity of the face."""
        given = rcParams['patch.facecolor'] if self._face is None else self._face
        alpha = self._alpha if self._fill else 0
        return to_rgba(given, alpha)

    def set_facecolor(self, color: Any) -> None:
        """Sets the colour of the face."""
        self._face = checked(color)

    def get_edgecolor(self) -> Any:
        """Red, green, blue and opacity of the edge."""
        if self._edge is not None:
            return to_rgba(self._edge, self._alpha)
        if rcParams['patch.force_edgecolor'] or not self._fill:
            return to_rgba(rcParams['patch.edgecolor'], self._alpha)
        return (0.0, 0.0, 0.0, 0.0) if self._alpha is None else (0, 0, 0, 0)

    def set_edgecolor(self, color: Any) -> None:
        """Sets the colour of the edge."""
        self._edge = checked(color)

    def set_color(self, c: Any) -> None:
        """Sets both colours."""
        self._face = self._edge = checked(c)

    def get_linewidth(self) -> float:
        """The width of the edge in points."""
        return self._linewidth

    def set_linewidth(self, w: Any) -> None:
        """Sets it."""
        self._linewidth = float(rcParams['patch.linewidth'] if w is None else w)

    def get_linestyle(self) -> Any:
        """How the edge is drawn, as it was given."""
        return self._given_style

    def set_linestyle(self, ls: Any) -> None:
        """Sets it."""
        self._given_style, self._linestyle = ls, line_style(ls)

    def get_fill(self) -> bool:
        """Whether there is a face."""
        return self._fill

    fill = property(get_fill)

    def set_fill(self, b: bool) -> None:
        """Sets it."""
        self._fill = bool(b)

    # ------------------------------------------------------------ what axes ask

    def outline(self) -> Outline:
        """Its corners, in order.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError('Derived must override')

    def get_verts(self) -> Any:
        """A row for each corner."""
        import numpy as np

        x, y = self.outline()
        return np.array([list(pair) for pair in zip(x, y, strict=True)])

    def get_extents(self) -> Any:
        """The rectangle around it."""
        from .transforms import Bbox

        x, y = self.outline()
        return Bbox([[min(x), min(y)], [max(x), max(y)]])

    def contains_point(self, point: Any, radius: float | None = None) -> bool:
        """Whether a point is inside."""
        x, y = self.outline()
        px, py = float(point[0]), float(point[1])
        inside = False
        for i in range(len(x)):
            x1, y1, x2, y2 = x[i - 1], y[i - 1], x[i], y[i]
            if (y1 > py) != (y2 > py) and px < (x2 - x1) * (py - y1) / (y2 - y1) + x1:
                inside = not inside
        return inside

    def data_points(self) -> Outline:
        return self.outline() if in_data(self) else ([], [])

    def as_series(self) -> list[dict[str, Any]]:
        x, y = self.outline()
        if not in_data(self):
            return []
        return [self.series('area' if self._fill else 'line', x, y, self.look())]

    def look(self) -> dict[str, Any]:
        """Fields of the protocol's `Series`."""
        shown = self._face if self._fill else self._edge
        given = rcParams['patch.facecolor' if self._fill else 'patch.edgecolor'] if shown is None else shown
        color = color_of(given)
        alpha = self._alpha if self._alpha is not None else color.alpha
        fields: dict[str, Any] = {'color': color.name, 'alpha': alpha}
        if not self._fill:
            return {**fields, 'linewidth': self._linewidth, 'format': drawn_line(self._linestyle) or ','}
        return fields | self._edge_look()

    def _edge_look(self) -> dict[str, Any]:
        """Fields for the edge, where one is seen beside the face."""
        face, edge = self.get_facecolor(), self.get_edgecolor()
        if edge[3] == 0 or self._linewidth == 0 or (edge[:3] == face[:3] and face[3] > 0):
            return {}
        named = rcParams['patch.edgecolor'] if self._edge is None else self._edge
        fields: dict[str, Any] = {'edgecolor': color_of(named).name, 'edgewidth': self._linewidth}
        if face[3] == 0:
            fields['hollow'] = True
        if self._linestyle not in ('-', 'None'):
            fields['format'] = drawn_line(self._linestyle)
        return fields


class Rectangle(Patch):
    """A rectangle.

    Args:
        xy: its corner at the lower left.
        width, height: of it.
        angle: by which it is turned about the corner, in degrees.
    """

    bars: BarSeries
    """Tells of all bars of the call that made this one; other rectangles have none."""

    def __init__(self, xy: Any, width: float, height: float, *, angle: float = 0.0, **kwargs: Any) -> None:
        self._corner = list(as_list(xy))
        self._width, self._height, self.angle = width, height, angle
        super().__init__(**{name: value for name, value in kwargs.items() if name != 'rotation_point'})

    def __str__(self) -> str:
        (x, y) = self._corner
        return (
            f'Rectangle(xy=({x:g}, {y:g}), width={self._width:g}, height={self._height:g}, '
            f'angle={self.angle:g})'
        )

    def get_xy(self) -> tuple[float, float]:
        """The corner."""
        return self._corner[0], self._corner[1]

    def set_xy(self, xy: Any) -> None:
        """Sets the corner."""
        self._corner = [xy[0], xy[1]]

    xy = property(get_xy, set_xy)

    def get_x(self) -> float:
        """The left edge."""
        return self._corner[0]

    def set_x(self, x: float) -> None:
        """Sets it."""
        self._corner[0] = x

    def get_y(self) -> float:
        """The lower edge."""
        return self._corner[1]

    def set_y(self, y: float) -> None:
        """Sets it."""
        self._corner[1] = y

    def get_width(self) -> float:
        """The width."""
        return self._width

    def set_width(self, w: float) -> None:
        """Sets it."""
        self._width = w

    def get_height(self) -> float:
        """The height."""
        return self._height

    def set_height(self, h: float) -> None:
        """Sets it."""
        self._height = h

    def set_bounds(self, *args: Any) -> None:
        """Sets corner, width and height."""
        x, y, self._width, self._height = args[0] if len(args) == 1 else args
        self._corner = [x, y]

    def get_bbox(self) -> Any:
        """The rectangle without its turn."""
        from .transforms import Bbox

        x, y = self._corner
        return Bbox.from_bounds(x, y, self._width, self._height)

    def get_center(self) -> tuple[float, float]:
        """The middle."""
        return self._corner[0] + self._width / 2, self._corner[1] + self._height / 2

    def outline(self) -> Outline:
        (x, y), w, h = map(float, self._corner), float(self._width), float(self._height)
        corners = [(0.0, 0.0), (w, 0.0), (w, h), (0.0, h), (0.0, 0.0)]
        cos, sin = math.cos(math.radians(self.angle)), math.sin(math.radians(self.angle))
        if self.angle:
            corners = [(a * cos - b * sin, a * sin + b * cos) for a, b in corners]
        return [x + a for a, _ in corners], [y + b for _, b in corners]


class Polygon(Patch):
    """A polygon through corners.

    Args:
        xy: a row for each corner.
        closed: whether the last one is joined with the first.
    """

    def __init__(self, xy: Any, *, closed: bool = True, **kwargs: Any) -> None:
        self._closed = closed
        self.set_xy(xy)
        super().__init__(**kwargs)

    def __str__(self) -> str:
        first = self._rows[0] if self._rows else [0, 0]
        return f'Polygon{len(self._rows)}(({first[0]:g}, {first[1]:g}) ...)'

    def get_xy(self) -> Any:
        """A row for each corner."""
        import numpy as np

        return np.array(self._rows)

    def set_xy(self, xy: Any) -> None:
        """Sets the corners."""
        rows = [[float(v) for v in as_list(row)] for row in as_list(xy)]
        if self._closed and rows and rows[0] != rows[-1]:
            rows.append(rows[0])
        self._rows = rows

    xy = property(get_xy, set_xy)

    def get_closed(self) -> bool:
        """Whether the last corner is joined with the first."""
        return self._closed

    def outline(self) -> Outline:
        return [row[0] for row in self._rows], [row[1] for row in self._rows]


class PathPatch(Patch):
    """An outline along a path."""

    def __init__(self, path: Any, **kwargs: Any) -> None:
        self._path = path
        super().__init__(**kwargs)

    def get_path(self) -> Any:
        """The path."""
        return self._path

    def outline(self) -> Outline:
        rows = as_list(self._path.vertices)
        return [float(row[0]) for row in rows], [float(row[1]) for row in rows]


def __getattr__(name: str) -> Any:
    if name in LATE:
        return getattr(importlib.import_module(LATE[name]), name)
    from ._names import missing

    raise missing('matplotlib.patches', name)


def checked_hatch(hatch: Any) -> Any:
    """A pattern; which are known."""
    if hatch is not None:
        for sign in hatch:
            check_in_list(tuple('-+|\\/xXoO.*'), hatch=sign)
    return hatch
