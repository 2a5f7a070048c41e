"""Round outlines and regular ones."""

import math
from typing import Any

from .patches import Outline, Patch
from .values import as_list

__all__ = ['Annulus', 'Arc', 'Circle', 'CirclePolygon', 'Ellipse', 'RegularPolygon', 'Wedge']

_OFFERED_LATE_BY = 'matplotlib.patches'

_CORNERS = 60


class Ellipse(Patch):
    """An ellipse.

    Args:
        xy: its centre.
        width, height: its diameters.
        angle: by which it is turned, in degrees.
    """

    _start, _end = 0.0, 360.0

    def __init__(self, xy: Any, width: float, height: float, *, angle: float = 0, **kwargs: Any) -> None:
        self._center = tuple(as_list(xy))
        self._width, self._height, self._angle = width, height, angle
        super().__init__(**kwargs)

    def __str__(self) -> str:
        x, y = self._center
        return (
            f'{type(self).__name__}(xy=({x}, {y}), width={self._width}, height={self._height}, '
            f'angle={self._angle})'
        )

    def get_center(self) -> Any:
        """The centre."""
        return self._center

    def set_center(self, xy: Any) -> None:
        """Sets it."""
        self._center = tuple(as_list(xy))

    center = property(get_center, set_center)

    def get_width(self) -> float:
        """The horizontal diameter."""
        return self._width

    def set_width(self, width: float) -> None:
        """Sets it."""
        self._width = width

    width = property(get_width, set_width)

    def get_height(self) -> float:
        """The vertical diameter."""
        return self._height

    def set_height(self, height: float) -> None:
        """Sets it."""
        self._height = height

    height = property(get_height, set_height)

    def get_angle(self) -> float:
        """The angle in degrees."""
        return self._angle

    def set_angle(self, angle: float) -> None:
        """Sets it."""
        self._angle = angle

    angle = property(get_angle, set_angle)

    def outline(self) -> Outline:
        turn = math.radians(self._angle)
        span = self._end - self._start
        at = [math.radians(self._start + span * i / _CORNERS) for i in range(_CORNERS + 1)]
        pairs = [(self._width / 2 * math.cos(t), self._height / 2 * math.sin(t)) for t in at]
        x, y = self._center
        return (
            [x + a * math.cos(turn) - b * math.sin(turn) for a, b in pairs],
            [y + a * math.sin(turn) + b * math.cos(turn) for a, b in pairs],
        )


class Circle(Ellipse):
    """A circle.

    Args:
        xy: its centre.
        radius: of it.
    """

    def __init__(self, xy: Any, radius: float = 5, **kwargs: Any) -> None:
        super().__init__(xy, radius * 2, radius * 2, **kwargs)

    def __str__(self) -> str:
        x, y = self._center
        return f'Circle(xy=({x:g}, {y:g}), radius={self._width / 2:g})'

    def get_radius(self) -> float:
        """The radius."""
        return self._width / 2

    def set_radius(self, radius: float) -> None:
        """Sets it."""
        self._width = self._height = 2 * radius

    radius = property(get_radius, set_radius)


class Arc(Ellipse):
    """A part of an ellipse's edge, from one angle to another in degrees.

    Raises:
        ValueError: when it is to be filled.
    """

    def __init__(
        self,
        xy: Any,
        width: float,
        height: float,
        *,
        angle: float = 0.0,
        theta1: float = 0.0,
        theta2: float = 360.0,
        **kwargs: Any,
    ) -> None:
        if kwargs.pop('fill', False):
            raise ValueError('Arc objects can not be filled')
        self._start, self._end = theta1, theta2 if theta2 > theta1 else theta2 + 360
        self.theta1, self.theta2 = theta1, theta2
        super().__init__(xy, width, height, angle=angle, fill=False, **kwargs)


class Wedge(Patch):
    """A piece of a disc, from one angle to another in degrees; with a width, of a ring."""

    def __init__(
        self,
        center: Any,
        r: float,
        theta1: float,
        theta2: float,
        *,
        width: float | None = None,
        **kwargs: Any,
    ) -> None:
        self.center = tuple(as_list(center))
        self.r, self.theta1, self.theta2, self.width = r, theta1, theta2, width
        super().__init__(**kwargs)

    def __str__(self) -> str:
        x, y = self.center
        return (
            f'Wedge(center=({x:g}, {y:g}), r={self.r:g}, theta1={self.theta1:g}, '
            f'theta2={self.theta2:g}, width={self.width})'
        )

    def outline(self) -> Outline:
        x, y = (float(v) for v in self.center)
        span = self.theta2 - self.theta1
        at = [math.radians(self.theta1 + span * i / _CORNERS) for i in range(_CORNERS + 1)]
        outer = [(x + self.r * math.cos(t), y + self.r * math.sin(t)) for t in at]
        hole = 0.0 if self.width is None else self.r - self.width
        inner = [(x + hole * math.cos(t), y + hole * math.sin(t)) for t in reversed(at)] if hole else [(x, y)]
        corners = [*outer, *inner, outer[0]]
        return [corner[0] for corner in corners], [corner[1] for corner in corners]


class RegularPolygon(Patch):
    """A polygon of equal sides around a centre."""

    def __init__(
        self, xy: Any, numVertices: int, *, radius: float = 5, orientation: float = 0, **kwargs: Any
    ) -> None:
        self.xy = tuple(float(v) for v in as_list(xy))
        self.numvertices, self.radius, self.orientation = numVertices, radius, orientation
        super().__init__(**kwargs)

    def outline(self) -> Outline:
        x, y = self.xy
        at = [
            2 * math.pi * i / self.numvertices + math.pi / 2 + self.orientation
            for i in range(self.numvertices + 1)
        ]
        return [x + self.radius * math.cos(t) for t in at], [y + self.radius * math.sin(t) for t in at]


class CirclePolygon(RegularPolygon):
    """A polygon that looks like a circle."""

    def __init__(self, xy: Any, radius: float = 5, *, resolution: int = 20, **kwargs: Any) -> None:
        super().__init__(xy, resolution, radius=radius, **kwargs)


class Annulus(Wedge):
    """A ring."""

    def __init__(self, xy: Any, r: float, width: float, angle: float = 0.0, **kwargs: Any) -> None:
        super().__init__(xy, r, 0, 360, width=width, **kwargs)
