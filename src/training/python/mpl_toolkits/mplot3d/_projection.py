"""From three dimensions to two, as matplotlib looks at its boxes."""

import math
from typing import Any

__all__ = ['Projection', 'Vector']

Vector = tuple[float, float, float]

_DISTANCE = 10.0
"""Of the eye from the middle of the box."""

_LIGHT_AZIMUTH, _LIGHT_ALTITUDE = math.radians(90 - 225), math.radians(19.4712)


class Projection:
    """Where points of a box are seen.

    Args:
        limits: of x, y and z.
        elev, azim, roll: where the eye stands, in degrees.
        aspect: how long the sides of the box are; matplotlib's unless given.
        zoom: by how much it is larger.
    """

    def __init__(
        self,
        limits: list[tuple[float, float]],
        elev: float = 30,
        azim: float = -60,
        roll: float = 0,
        aspect: Any = None,
        zoom: float = 1,
    ) -> None:
        self.limits = limits
        sides = [4.0, 4.0, 3.0] if aspect is None else [float(side) for side in aspect]
        size = 1.8294640721620434 * 25 / 24 * zoom / math.sqrt(sum(side * side for side in sides))
        self._sides = [side * size for side in sides]
        e, a = math.radians(elev), math.radians(azim)
        self.towards: Vector = (math.cos(e) * math.cos(a), math.cos(e) * math.sin(a), math.sin(e))
        self._middle = [side / 2 for side in self._sides]
        up = (0.0, 0.0, -1.0 if abs(elev) > 90 else 1.0)
        across = (
            _unit(_cross(up, self.towards)) if abs(math.cos(e)) > 1e-9 else (-math.sin(a), math.cos(a), 0.0)
        )
        self._across, self._up = _rolled(across, _cross(self.towards, across), math.radians(roll))

    def boxed(self, point: Any) -> list[float]:
        """A point in sides of the box."""
        return [
            (float(value) - low) / (high - low) * side
            for value, (low, high), side in zip(point, self.limits, self._sides, strict=True)
        ]

    def seen(self, point: Any) -> tuple[float, float, float]:
        """Where a point is seen, and how near it is: what is nearer has more."""
        offset = [value - middle for value, middle in zip(self.boxed(point), self._middle, strict=True)]
        near = _dot(offset, self.towards)
        scale = 1.0 / (_DISTANCE - near)
        return _dot(offset, self._across) * scale, _dot(offset, self._up) * scale, near

    def far_sides(self) -> list[bool]:
        """For x, y and z whether the wall behind is the one at the upper end."""
        return [part < 0 for part in self.towards]

    def shade(self, corners: list[Any]) -> float:
        """How bright an area is, from 0.3 to 1, in matplotlib's light."""
        a, b, c = (tuple(float(v) for v in corners[i]) for i in (0, len(corners) // 3, 2 * len(corners) // 3))
        normal = _cross(
            [p - q for p, q in zip(a, b, strict=True)], [p - q for p, q in zip(b, c, strict=True)]
        )
        size = math.sqrt(_dot(normal, normal)) or 1.0
        light = (
            math.cos(_LIGHT_AZIMUTH) * math.cos(_LIGHT_ALTITUDE),
            math.sin(_LIGHT_AZIMUTH) * math.cos(_LIGHT_ALTITUDE),
            math.sin(_LIGHT_ALTITUDE),
        )
        return 0.3 + 0.7 * (_dot(normal, light) / size + 1) / 2


def _dot(a: Any, b: Any) -> float:
    return sum(x * y for x, y in zip(a, b, strict=True))


def _cross(a: Any, b: Any) -> Vector:
    return a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]


def _unit(a: Vector) -> Vector:
    size = math.sqrt(_dot(a, a))
    return a[0] / size, a[1] / size, a[2] / size


def _rolled(across: Any, up: Any, angle: float) -> tuple[Any, Any]:
    cos, sin = math.cos(angle), math.sin(angle)
    turned = [cos * a + sin * b for a, b in zip(across, up, strict=True)]
    risen = [cos * b - sin * a for a, b in zip(across, up, strict=True)]
    return turned, risen
