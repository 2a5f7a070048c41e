"""Axes in three dimensions, shown from above: surfaces as contours, curves by their first two coordinates."""

from typing import Any

from .artist import Artist
from .axes import Axes

_SURFACE = 'Seen from above: a surface is drawn as contours.'


class Axes3D(Axes):
    """What is drawn in three dimensions, seen along the third."""

    def plot_wireframe(self, X: Any, Y: Any, Z: Any, **kwargs: Any) -> Any:
        """Draws a surface as lines of equal height."""
        self.note = _SURFACE
        return self.contour(X, Y, Z, **_look_of_surface(kwargs))

    def plot_surface(self, X: Any, Y: Any, Z: Any, **kwargs: Any) -> Any:
        """Draws a surface as filled stretches of equal height."""
        self.note = _SURFACE
        return self.contourf(X, Y, Z, **_look_of_surface(kwargs))

    def plot(self, *args: Any, **kwargs: Any) -> list[Artist]:
        """Draws a curve by its first two coordinates; the third is left out."""
        if len(args) >= 3 and not isinstance(args[2], str):
            args = (*args[:2], *args[3:])
            self._tell_third()
        return super().plot(*[_at_least_1d(arg) for arg in args], **kwargs)

    def scatter(self, x: Any, y: Any, *args: Any, **kwargs: Any) -> Artist:
        """Draws points by their first two coordinates, the third as colour unless they have one."""
        colored = {'c', 'color'} & set(kwargs)
        if args and not colored:
            kwargs['c'] = _at_least_1d(args[0])
            self.note = self.note or 'Seen from above; colours show the third coordinate.'
        else:
            self._tell_third()
        return super().scatter(_at_least_1d(x), _at_least_1d(y), **kwargs)

    def _tell_third(self) -> None:
        self.note = self.note or 'Seen from above; the third coordinate is not drawn.'

    def set_zlabel(self, label: Any, **_: Any) -> None:
        """Has no effect: the third coordinate is not drawn."""

    def set_zticks(self, ticks: Any, **_: Any) -> None:
        """Has no effect: the third coordinate is not drawn."""

    def set_zlim(self, *_: Any, **__: Any) -> None:
        """Has no effect: the third coordinate is not drawn."""

    def view_init(self, *_: Any, **__: Any) -> None:
        """Has no effect: the view is from above."""


def _look_of_surface(options: dict[str, Any]) -> dict[str, Any]:
    return {name: options[name] for name in ('cmap', 'alpha') if name in options}


def _at_least_1d(value: Any) -> Any:
    return [value] if isinstance(value, (int, float)) else value
