"""Between the systems of coordinates of a figure: data, axes, figure, pixels."""

import math
from collections.abc import Callable, Iterator
from typing import Any

from .values import as_list, numbers

__all__ = [
    'Affine2D',
    'Bbox',
    'IdentityTransform',
    'Point',
    'ScaleTransform',
    'ScaledTranslation',
    'Transform',
    'blended_transform_factory',
]

Point = tuple[float, float]


class Bbox:
    """A rectangle with its sides along the axes.

    Args:
        points: two opposite corners.
    """

    def __init__(self, points: Any) -> None:
        (self.x0, self.y0), (self.x1, self.y1) = (
            [float(v) for v in as_list(point)] for point in as_list(points)
        )

    @classmethod
    def from_bounds(cls, x0: float, y0: float, width: float, height: float) -> 'Bbox':
        """Of a corner, width and height."""
        return cls([[x0, y0], [x0 + width, y0 + height]])

    @classmethod
    def from_extents(cls, *args: Any) -> 'Bbox':
        """Of left, bottom, right and top."""
        x0, y0, x1, y1 = args[0] if len(args) == 1 else args
        return cls([[x0, y0], [x1, y1]])

    @classmethod
    def unit(cls) -> 'Bbox':
        """From 0 to 1."""
        return cls([[0, 0], [1, 1]])

    xmin = property(lambda self: min(self.x0, self.x1))
    xmax = property(lambda self: max(self.x0, self.x1))
    ymin = property(lambda self: min(self.y0, self.y1))
    ymax = property(lambda self: max(self.y0, self.y1))
    width = property(lambda self: self.x1 - self.x0)
    height = property(lambda self: self.y1 - self.y0)

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """A corner, width and height."""
        return (self.x0, self.y0, self.width, self.height)

    @property
    def extents(self) -> Any:
        """Left, bottom, right and top."""
        return _rows([(self.x0, self.y0), (self.x1, self.y1)]).flatten()

    @property
    def intervalx(self) -> Any:
        """Left and right."""
        return _rows([(self.x0, self.x1)])[0]

    @property
    def intervaly(self) -> Any:
        """Bottom and top."""
        return _rows([(self.y0, self.y1)])[0]

    @property
    def size(self) -> Any:
        """Width and height."""
        return _rows([(self.width, self.height)])[0]

    def get_points(self) -> Any:
        """Both corners."""
        return _rows([(self.x0, self.y0), (self.x1, self.y1)])

    def transformed(self, transform: 'Transform') -> 'Bbox':
        """The rectangle in another system."""
        return Bbox([transform.point(self.x0, self.y0), transform.point(self.x1, self.y1)])

    def contains(self, x: float, y: float) -> bool:
        """Whether a point is in it."""
        return self.xmin <= x <= self.xmax and self.ymin <= y <= self.ymax

    def __iter__(self) -> Iterator[float]:
        return iter((self.x0, self.y0, self.x1, self.y1))

    def __array__(self, *_: Any, **__: Any) -> Any:
        return self.get_points()

    def __getitem__(self, index: Any) -> Any:
        return self.get_points()[index]

    def __repr__(self) -> str:
        return f'Bbox([[{self.x0}, {self.y0}], [{self.x1}, {self.y1}]])'

    def __str__(self) -> str:
        return f'Bbox(x0={self.x0}, y0={self.y0}, x1={self.x1}, y1={self.y1})'


class Transform:
    """From one system of coordinates to another.

    Args:
        forward, backward: what becomes of a point, and back again.
        kind: where it starts, as figures say it: `data`, `axes` or `figure`.
    """

    def __init__(
        self,
        forward: Callable[[float, float], Point],
        backward: Callable[[float, float], Point],
        kind: str = '',
    ) -> None:
        self.point = forward
        self._backward = backward
        self.kind = kind

    def transform(self, values: Any) -> Any:
        """A point, or rows of points, in the other system."""
        listed = as_list(values)
        if listed and isinstance(listed[0], (int, float)):
            return _rows([self.point(float(listed[0]), float(listed[1]))])[0]
        return _rows([self.point(*(float(v) for v in as_list(row))) for row in listed])

    def transform_point(self, point: Any) -> Any:
        """A point in the other system."""
        return self.transform(point)

    def transform_bbox(self, bbox: Bbox) -> Bbox:
        """A rectangle in the other system."""
        return bbox.transformed(self)

    def inverted(self) -> 'Transform':
        """The way back."""
        return Transform(self._backward, self.point)

    def __add__(self, other: 'Transform') -> 'Transform':
        return Transform(
            lambda x, y: other.point(*self.point(x, y)),
            lambda x, y: self._backward(*other._backward(x, y)),
            self.kind,
        )

    def __sub__(self, other: 'Transform') -> 'Transform':
        return self + other.inverted()

    def frozen(self) -> 'Transform':
        """The transform itself."""
        return self


class ScaleTransform:
    """A number to the length that it stands at."""

    def __init__(self, forward: Callable[[float], float], backward: Callable[[float], float]) -> None:
        self._forward, self._backward = forward, backward

    def transform(self, values: Any) -> Any:
        """Lengths of numbers."""
        listed = as_list(values)
        if not isinstance(listed, list):
            return self._forward(float(listed))
        return _rows([[self._forward(x) for x in numbers(listed)]])[0]

    def inverted(self) -> 'ScaleTransform':
        """The way back."""
        return ScaleTransform(self._backward, self._forward)


class IdentityTransform(Transform):
    """Leaves points as they are."""

    def __init__(self) -> None:
        super().__init__(lambda x, y: (x, y), lambda x, y: (x, y))


class Affine2D(Transform):
    """Scales, turns and moves points: each method adds to what it does."""

    def __init__(self, matrix: Any = None) -> None:
        rows = as_list(matrix) if matrix is not None else [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]
        self._m: list[list[float]] = [list(map(float, as_list(row))) for row in rows]
        super().__init__(self._apply, self._undo)

    def _apply(self, x: float, y: float) -> Point:
        (a, c, e), (b, d, f) = self._m[0], self._m[1]
        return (a * x + c * y + e, b * x + d * y + f)

    def _undo(self, x: float, y: float) -> Point:
        (a, c, e), (b, d, f) = self._m[0], self._m[1]
        size = a * d - b * c
        return ((d * (x - e) - c * (y - f)) / size, (a * (y - f) - b * (x - e)) / size)

    def get_matrix(self) -> Any:
        """The three by three matrix."""
        return _rows(self._m)

    def _then(self, rows: list[list[float]]) -> 'Affine2D':
        self._m = [[sum(row[k] * self._m[k][j] for k in range(3)) for j in range(3)] for row in rows]
        return self

    def translate(self, tx: float, ty: float) -> 'Affine2D':
        """Then moves."""
        return self._then([[1, 0, tx], [0, 1, ty], [0, 0, 1]])

    def scale(self, sx: float, sy: float | None = None) -> 'Affine2D':
        """Then scales."""
        return self._then([[sx, 0, 0], [0, sx if sy is None else sy, 0], [0, 0, 1]])

    def rotate(self, theta: float) -> 'Affine2D':
        """Then turns, by an angle in radians."""
        cos, sin = math.cos(theta), math.sin(theta)
        return self._then([[cos, -sin, 0], [sin, cos, 0], [0, 0, 1]])

    def rotate_deg(self, degrees: float) -> 'Affine2D':
        """Then turns, by an angle in degrees."""
        return self.rotate(math.radians(degrees))

    def rotate_deg_around(self, x: float, y: float, degrees: float) -> 'Affine2D':
        """Then turns about a point, by an angle in degrees."""
        return self.translate(-x, -y).rotate_deg(degrees).translate(x, y)


class ScaledTranslation(Transform):
    """Moves points by a distance in another system."""

    def __init__(self, xt: float, yt: float, scale_trans: Transform) -> None:
        def moved(sign: int) -> Callable[[float, float], Point]:
            dx, dy = scale_trans.point(xt, yt)
            return lambda x, y: (x + sign * dx, y + sign * dy)

        super().__init__(moved(1), moved(-1))


def blended_transform_factory(x_transform: Transform, y_transform: Transform) -> Transform:
    """One transform for x, another for y."""
    return Transform(
        lambda x, y: (x_transform.point(x, y)[0], y_transform.point(x, y)[1]),
        lambda x, y: (x_transform._backward(x, y)[0], y_transform._backward(x, y)[1]),
        'data'
        if x_transform.kind == y_transform.kind == 'data'
        else f'{x_transform.kind}-{y_transform.kind}',
    )


def _rows(points: Any) -> Any:
    import numpy as np

    return np.array([list(point) for point in points], dtype=np.float64)
