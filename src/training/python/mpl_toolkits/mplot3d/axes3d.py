"""Axes in three dimensions, shown from above: surfaces as contours, curves by their first two coordinates."""

from typing import Any

from matplotlib.axes import Axes
from matplotlib.axes._limits import Extent
from matplotlib.values import array_of, numbers, shape

_SURFACE = 'Seen from above: a surface is drawn as contours.'
_THIRD = 'Seen from above; the third coordinate is not drawn.'
_COLORED = 'Seen from above; colours show the third coordinate.'


class Axes3D(Axes):
    """What is drawn in three dimensions, seen along the third.

    Args:
        figure: it belongs to.
        place: where it is.
        elev, azim, roll: of the view, which is from above all the same.
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
        kwargs.pop('auto_add_to_figure', None)
        super().__init__(figure, place, **kwargs)

    def _start(self) -> None:
        super()._start()
        self._heights = Extent()
        self.z_limits: tuple[float, float] | None = None
        self.z_label = ''
        self.z_ticks: Any = None

    def _deep(self, z: Any) -> Any:
        self._heights.take_in(numbers(z))
        return z

    def plot_wireframe(self, X: Any, Y: Any, Z: Any, **kwargs: Any) -> Any:
        """Draws a surface as lines of equal height."""
        self.note = _SURFACE
        return self.contour(X, Y, self._deep(Z), **_look_of_surface(kwargs))

    def plot_surface(self, X: Any, Y: Any, Z: Any, **kwargs: Any) -> Any:
        """Draws a surface as filled stretches of equal height."""
        if len(shape(Z)) != 2:
            raise ValueError('Argument Z must be 2-dimensional.')
        self.note = _SURFACE
        return self.contourf(X, Y, self._deep(Z), **_look_of_surface(kwargs))

    def plot_trisurf(self, *args: Any, **kwargs: Any) -> Any:
        """Draws the corners of a surface; what is between them is left out."""
        return self.scatter(*args, **_look_of_surface(kwargs))

    def plot(self, xs: Any, ys: Any, *args: Any, zdir: str = 'z', **kwargs: Any) -> list[Any]:
        """Draws a curve by its first two coordinates; the third is left out."""
        given = list(args)
        z = given.pop(0) if given and not isinstance(given[0], str) else kwargs.pop('zs', 0)
        self._deep(z)
        self.note = self.note or _THIRD
        lines = super().plot(_at_least_1d(xs), _at_least_1d(ys), *given, **kwargs)
        for line in lines:
            line.heights = z
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
        """Draws points by their first two coordinates, the third as colour unless they have one."""
        self._deep(zs)
        if c is None and 'color' not in kwargs and len(numbers(zs)) > 1:
            c = _at_least_1d(zs)
            self.note = self.note or _COLORED
        else:
            self.note = self.note or _THIRD
        made = super().scatter(_at_least_1d(xs), _at_least_1d(ys), s, c, **kwargs)
        made.heights = zs
        return made

    scatter3D = scatter  # noqa: N815

    def bar3d(
        self, x: Any, y: Any, z: Any, dx: Any, dy: Any, dz: Any, color: Any = None, **kwargs: Any
    ) -> Any:
        """Draws the tops of bars as points, their heights as colours."""
        return self.scatter(
            x, y, [a + b for a, b in zip(numbers(z), numbers(dz), strict=True)], c=color, s=40
        )

    def text(self, x: Any, y: Any, z: Any, s: Any = None, zdir: Any = None, **kwargs: Any) -> Any:
        """Writes words at a point, by its first two coordinates."""
        return super().text(x, y, z if s is None else s, **kwargs)

    def set_zlabel(self, zlabel: Any, **_: Any) -> None:
        """Names the third coordinate, which is not drawn."""
        self.z_label = str(zlabel)

    def get_zlabel(self) -> str:
        """The name of the third coordinate."""
        return self.z_label

    def set_zticks(self, ticks: Any, *_: Any, **__: Any) -> None:
        """Sets where the third coordinate is marked, which is not drawn."""
        self.z_ticks = array_of(ticks)

    def set_zlim(self, bottom: Any = None, top: Any = None, **_: Any) -> tuple[float, float]:
        """Sets the range of the third coordinate."""
        low, high = bottom if top is None and hasattr(bottom, '__len__') else (bottom, top)
        known = self.get_zlim()
        self.z_limits = (known[0] if low is None else float(low), known[1] if high is None else float(high))
        return self.z_limits

    set_zlim3d = set_zlim

    def get_zlim(self) -> tuple[float, float]:
        """The range of the third coordinate."""
        if self.z_limits is not None:
            return self.z_limits
        low, high = (
            (self._heights.low, self._heights.high) if self._heights.low <= self._heights.high else (0.0, 1.0)
        )
        return low, high

    get_zlim3d = get_zlim

    @property
    def zaxis(self) -> Any:
        """The axis of the third coordinate, which is not drawn."""
        return self.yaxis

    def view_init(
        self,
        elev: Any = None,
        azim: Any = None,
        roll: Any = None,
        vertical_axis: str = 'z',
        share: bool = False,
    ) -> None:
        """Sets the view, which is from above all the same."""
        self.elev, self.azim = self.elev if elev is None else elev, self.azim if azim is None else azim
        self.roll = self.roll if roll is None else roll

    def set_box_aspect(self, aspect: Any = None, *, zoom: float = 1) -> None:
        """Has no effect: the view is from above."""

    def contour3D(self, X: Any, Y: Any, Z: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N802 - matplotlib's name
        """Draws lines of equal height."""
        self.note = _SURFACE
        return self.contour(
            X, Y, self._deep(Z), *args, **{k: v for k, v in kwargs.items() if k not in ('zdir', 'offset')}
        )

    def contour(self, X: Any, Y: Any, Z: Any, *args: Any, **kwargs: Any) -> Any:
        """Draws lines of equal height."""
        return super().contour(
            X, Y, Z, *args, **{k: v for k, v in kwargs.items() if k not in ('zdir', 'offset', 'extend3d')}
        )

    def contourf(self, X: Any, Y: Any, Z: Any, *args: Any, **kwargs: Any) -> Any:
        """Fills stretches of equal height."""
        return super().contourf(
            X, Y, Z, *args, **{k: v for k, v in kwargs.items() if k not in ('zdir', 'offset')}
        )


def _look_of_surface(options: dict[str, Any]) -> dict[str, Any]:
    return {name: options[name] for name in ('cmap', 'alpha') if name in options}


def _at_least_1d(value: Any) -> Any:
    return [value] if isinstance(value, (int, float)) or getattr(value, 'ndim', 1) == 0 else value
