"""Axes in three dimensions: a box seen from where matplotlib looks at it."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.axes._limits import Extent
from matplotlib.axis import YAxis
from matplotlib.values import as_list, numbers, shape

from ._box import box_series
from ._projection import Projection
from .art3d import Bars3D, Surface, Wireframe

__all__ = ['Axes3D', 'ZAxis']

_MARGIN = (1.1 * (1 + 2 / 48) - 1) / 2
"""Room around the data on each side: matplotlib's margin, and that of its view."""

_VIEW = (-0.095, 0.09)
"""What is seen of the projection, along either axis."""


class ZAxis(YAxis):
    """The axis of the third coordinate."""

    def clear(self) -> None:
        self.axis_name = 'y'
        super().clear()
        self.axis_name = 'z'

    def get_tick_space(self) -> int:
        """As many as along the others."""
        return 9


class Axes3D(Axes):
    """What is drawn in three dimensions.

    Args:
        figure: it belongs to.
        place: where it is.
        elev, azim, roll: from where it is seen, in degrees.
        kwargs: as of `Axes`.
    """

    name = '3d'

    def __init__(
        self,
        figure: Any,
        place: Any = (0.0, 0.0, 1.0, 1.0),
        *,
        elev: Any = None,
        azim: Any = None,
        roll: Any = 0,
        **kwargs: Any,
    ) -> None:
        self.elev, self.azim, self.roll = 30 if elev is None else elev, -60 if azim is None else azim, roll
        self._sides, self._zoom = None, 1.0
        for unknown in ('auto_add_to_figure', 'proj_type', 'box_aspect', 'computed_zorder'):
            kwargs.pop(unknown, None)
        super().__init__(figure, place, **kwargs)

    def _start(self) -> None:
        super()._start()
        self.shared['z'] = [self]
        self.zaxis = ZAxis(self)
        self._grid_shown = True

    def _clear_limits(self) -> None:
        super()._clear_limits()
        self._extents['z'] = Extent()
        self._margin = dict.fromkeys('xyz', _MARGIN)
        self._stale['z'], self._touched['z'] = True, False

    def take_in(self, artist: Any, across: str = 'xy', quietly: bool = False) -> None:
        super().take_in(artist, across, quietly)
        if across and hasattr(artist, 'heights'):
            self._deep(artist.heights)

    def _sticky(self, name: str, low: float, high: float) -> tuple[float | None, float | None]:
        return None, None

    def _deep(self, z: Any) -> Any:
        self._extents['z'].take_in(numbers(z))
        self._ask_for_limits('z')
        return z

    # ------------------------------------------------------------ drawing

    def plot_wireframe(self, X: Any, Y: Any, Z: Any, **kwargs: Any) -> Any:
        """Draws a surface as lines along its rows and columns."""
        return self.add(Wireframe(self, X, Y, Z, **kwargs))

    def plot_surface(self, X: Any, Y: Any, Z: Any, **kwargs: Any) -> Any:
        """Draws a surface.

        Raises:
            ValueError: unless Z is a matrix.
        """
        if len(shape(Z)) != 2:
            raise ValueError('Argument Z must be 2-dimensional.')
        return self.add(Surface(self, X, Y, Z, **kwargs))

    def plot_trisurf(self, *args: Any, **kwargs: Any) -> Any:
        """Draws the corners of a surface; what is between them is left out."""
        self.leave_out('plot_trisurf: the areas between its points')
        kept = {name: kwargs[name] for name in ('cmap', 'alpha', 'color') if name in kwargs}
        return self.scatter(*args, **kept)

    def plot(self, xs: Any, ys: Any, *args: Any, zdir: str = 'z', **kwargs: Any) -> list[Any]:
        """Draws a curve."""
        given = list(args)
        z = given.pop(0) if given and not isinstance(given[0], str) else kwargs.pop('zs', 0)
        lines = super().plot(_at_least_1d(xs), _at_least_1d(ys), *given, **kwargs)
        for line in lines:
            line.heights = self._deep(z)
        return lines

    plot3D = plot  # noqa: N815 - matplotlib's name

    def scatter(
        self,
        xs: Any,
        ys: Any,
        zs: Any = 0,
        zdir: str = 'z',
        s: Any = 20,
        c: Any = None,
        depthshade: bool = True,
        *args: Any,
        **kwargs: Any,
    ) -> Any:
        """Draws points."""
        made = super().scatter(_at_least_1d(xs), _at_least_1d(ys), s, c, **kwargs)
        made.heights = self._deep(zs)
        return made

    scatter3D = scatter  # noqa: N815

    def bar3d(
        self, x: Any, y: Any, z: Any, dx: Any, dy: Any, dz: Any, color: Any = None, **kwargs: Any
    ) -> Any:
        """Draws bars: corners, and lengths of their sides."""
        return self.add(Bars3D(self, (x, y, z), (dx, dy, dz), color, **kwargs))

    def text(self, x: Any, y: Any, z: Any, s: Any = None, zdir: Any = None, **kwargs: Any) -> Any:
        """Writes words at a point."""
        if s is None:
            return super().text(x, y, z, **kwargs)
        made = super().text(x, y, s, **kwargs)
        made.heights = float(z)
        return made

    def contour(self, X: Any, Y: Any, Z: Any, *args: Any, **kwargs: Any) -> Any:
        """Draws lines of equal height, each at its height."""
        made = super().contour(X, Y, Z, *args, **_without_space(kwargs))
        self._deep(Z)
        return made

    contour3D = contour  # noqa: N815 - matplotlib's name

    def contourf(self, X: Any, Y: Any, Z: Any, *args: Any, **kwargs: Any) -> Any:
        """Draws the lines between stretches of equal height; the stretches are left out."""
        self.leave_out('contourf: what is between its lines')
        made = super().contourf(X, Y, Z, *args, **_without_space(kwargs))
        self._deep(Z)
        return made

    # ------------------------------------------------------------ the third axis

    def set_zlabel(self, zlabel: Any, fontdict: Any = None, **kwargs: Any) -> Any:
        """Names the third coordinate."""
        return self.zaxis.set_label_text(zlabel, fontdict)

    def get_zlabel(self) -> str:
        """The name of the third coordinate."""
        return self.zaxis.get_label_text()

    def set_zticks(self, ticks: Any, labels: Any = None, **kwargs: Any) -> Any:
        """Sets where the third coordinate is marked."""
        return self.zaxis.set_ticks(ticks, labels, **kwargs)

    def get_zticks(self) -> Any:
        """Where the third coordinate is marked."""
        return self.zaxis.get_ticklocs()

    def set_zticklabels(self, labels: Any, **kwargs: Any) -> Any:
        """Sets the words at the marks of the third coordinate."""
        return self.zaxis.set_ticklabels(labels, **kwargs)

    def set_zlim(self, bottom: Any = None, top: Any = None, **_: Any) -> Any:
        """Sets the range of the third coordinate."""
        return self.limit('z', bottom, top)

    set_zlim3d = set_zlim

    def get_zlim(self) -> tuple[float, float]:
        """The range of the third coordinate."""
        return self._range('z')

    get_zlim3d = get_zlim

    def invert_zaxis(self) -> None:
        """Lets the third coordinate run downwards."""
        self.zaxis.set_inverted(not self.zaxis.get_inverted())

    # ------------------------------------------------------------ the view

    def view_init(
        self,
        elev: Any = None,
        azim: Any = None,
        roll: Any = None,
        vertical_axis: str = 'z',
        share: bool = False,
    ) -> None:
        """Sets from where it is seen, in degrees; None: from where matplotlib looks."""
        self.elev = 30 if elev is None else elev
        self.azim = -60 if azim is None else azim
        self.roll = 0 if roll is None else roll

    def set_box_aspect(self, aspect: Any = None, *, zoom: float = 1) -> None:
        """Sets how long the sides of the box are."""
        self._sides, self._zoom = aspect, zoom

    def grid(self, visible: bool | None = True, **kwargs: Any) -> None:
        """Shows or hides the lines on the walls."""
        self._grid_shown = visible is not False

    def projection(self) -> Projection:
        """How it is seen."""
        limits = [self.get_xlim(), self.get_ylim(), self.get_zlim()]
        return Projection(limits, self.elev, self.azim, self.roll, self._sides, self._zoom)

    # ------------------------------------------------------------ sending

    def owned_series(self) -> list[Any]:
        projection = self.projection()
        drawn = [pair for child in self._children if child.get_visible() for pair in _seen(child, projection)]
        return drawn + self._box(projection)

    def _box(self, projection: Projection) -> list[Any]:
        if not self.axison:
            return []
        ticks = [_marks(axis) for axis in (self.xaxis, self.yaxis, self.zaxis)]
        names = [self.get_xlabel(), self.get_ylabel(), self.get_zlabel()]
        return [(None, series) for series in box_series(projection, ticks, names, self._grid_shown)]

    def _told(self, owned: list[Any], proxies: list[Any]) -> dict[str, Any]:
        told = super()._told(owned, proxies)
        left = {name: value for name, value in told.items() if name not in ('grid', 'hidden')}
        none = {'at': [], 'labels': []}
        return {
            **left,
            'projection': '3d',
            'axis': 'off',
            'aspect': 'equal',
            'xlabel': '',
            'ylabel': '',
            'xlim': list(_VIEW),
            'ylim': list(_VIEW),
            'xticks': none,
            'yticks': none,
        }


def _seen(child: Any, projection: Projection) -> list[Any]:
    """What a child is seen as."""
    if hasattr(child, 'in_space'):
        return [(child, series) for series in child.in_space(projection)]
    if hasattr(child, 'allsegs'):
        return [(child, series) for series in _levels_seen(child, projection)]
    return [(child, _projected(child, series, projection)) for series in child.as_series()]


def _projected(child: Any, series: dict[str, Any], projection: Projection) -> dict[str, Any]:
    from matplotlib.values import reals

    xs, ys = _floats(series['x']), _floats(series['y'])
    heights = numbers(getattr(child, 'heights', projection.limits[2][0]))
    zs = heights * len(xs) if len(heights) == 1 else heights
    seen = [projection.seen(point) for point in zip(xs, ys, zs, strict=False)]
    return {**series, 'x': reals([p[0] for p in seen]), 'y': reals([p[1] for p in seen])}


def _levels_seen(contours: Any, projection: Projection) -> list[dict[str, Any]]:
    from matplotlib.colors import color_of

    found: list[dict[str, Any]] = []
    levels = numbers(contours.levels)
    for level, lines, color in zip(levels, contours.allsegs, _level_colors(contours), strict=True):
        shown = color_of(color).name
        for line in lines:
            seen = [projection.seen((*point, level)) for point in as_list(line)]
            points = {'x': [p[0] for p in seen], 'y': [p[1] for p in seen]}
            found.append({'kind': 'line', 'label': '', **points, 'color': shown})
    return found


def _level_colors(contours: Any) -> list[Any]:
    """A colour for each level."""
    own = contours.colors
    if own is None:
        return [tuple(row) for row in as_list(contours.to_rgba(contours.levels))]
    count = len(numbers(contours.levels))
    return [own if isinstance(own, (str, tuple)) else own[place % len(own)] for place in range(count)]


def _floats(values: list[Any]) -> list[float]:
    return [float(value) for value in values]


def _marks(axis: Any) -> list[tuple[float, str]]:
    low, high = sorted(axis.span())
    marked = zip(numbers(axis.get_majorticklocs()), axis.tick_words(), strict=True)
    return [(at, words) for at, words in marked if low <= at <= high]


def _without_space(options: dict[str, Any]) -> dict[str, Any]:
    return {
        name: value for name, value in options.items() if name not in ('zdir', 'offset', 'extend3d', 'stride')
    }


def _at_least_1d(value: Any) -> Any:
    return [value] if isinstance(value, (int, float)) or getattr(value, 'ndim', 1) == 0 else value
