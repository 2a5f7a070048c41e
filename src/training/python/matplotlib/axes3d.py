"""Axes in three dimensions, shown from above: surfaces as contours, curves by their first two coordinates."""

from typing import Any

from .artist import Artist
from .axes import Axes


class Axes3D(Axes):
    """What is drawn in three dimensions, seen along the third."""

    def plot_wireframe(self, X: Any, Y: Any, Z: Any, **kwargs: Any) -> Any:
        """Draws a surface as its contours."""
        self._note()
        return self.contour(X, Y, Z)

    plot_surface = plot_wireframe

    def plot(self, *args: Any, **kwargs: Any) -> list[Artist]:
        """Draws a curve by its first two coordinates; the third is left out."""
        if len(args) >= 3 and not isinstance(args[2], str):
            args = (*args[:2], *args[3:])
        return super().plot(*[_at_least_1d(arg) for arg in args], **kwargs)

    def scatter(self, x: Any, y: Any, *args: Any, **kwargs: Any) -> Artist:
        """Draws points by their first two coordinates."""
        return super().scatter(_at_least_1d(x), _at_least_1d(y), **kwargs)

    def set_zlabel(self, label: Any, **_: Any) -> None:
        """Has no effect: the third coordinate is not drawn."""

    def set_zticks(self, ticks: Any, **_: Any) -> None:
        """Has no effect: the third coordinate is not drawn."""

    def set_zlim(self, *_: Any, **__: Any) -> None:
        """Has no effect: the third coordinate is not drawn."""

    def view_init(self, *_: Any, **__: Any) -> None:
        """Has no effect: the view is from above."""

    def _note(self) -> None:
        if not self.title:
            self.title = 'seen from above'


def _at_least_1d(value: Any) -> Any:
    return [value] if isinstance(value, (int, float)) else value
