"""What is drawn more rarely: bars of error, steps, matrices as maps, outlines."""

import math
from typing import TYPE_CHECKING, Any

from .artist import Artist
from .formats import combined
from .values import numbers, shape

GAP = math.nan


class FurtherDrawing:
    """Further methods of axes that draw."""

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

    def errorbar(
        self,
        x: Any,
        y: Any,
        yerr: Any = None,
        xerr: Any = None,
        fmt: str = '',
        *,
        label: Any = '',
        **kwargs: Any,
    ) -> list[Artist]:
        """Draws a curve with a line through each point, as long as the errors in both directions."""
        xs, ys = numbers(x), numbers(y)
        style = combined('' if fmt == 'none' else fmt, kwargs)
        made = [] if fmt == 'none' else [self._add(Artist('line', xs, ys, str(label), style))]
        for error, upright in ((yerr, True), (xerr, False)):
            if error is not None:
                made.append(self._add(_error_lines(xs, ys, error, upright)))
        return made

    def step(
        self, x: Any, y: Any, fmt: str = '', *, where: str = 'pre', label: Any = '', **kwargs: Any
    ) -> Artist:
        """Draws steps: each value holds up to its point (`pre`), from it (`post`) or around it (`mid`)."""
        xs, ys = numbers(x), numbers(y)
        line_x, line_y = xs[:1], ys[:1]
        for i in range(1, len(xs)):
            turn = {'pre': xs[i - 1], 'post': xs[i], 'mid': (xs[i - 1] + xs[i]) / 2}[where]
            line_x += [turn, turn, xs[i]]
            line_y += [ys[i - 1], ys[i], ys[i]]
        return self._add(Artist('line', line_x, line_y, str(label), combined(fmt, kwargs)))

    def matshow(self, Z: Any, **kwargs: Any) -> Artist:
        """Draws the values of a matrix as an image."""
        return self.imshow(Z, **kwargs)

    def pcolormesh(self, *args: Any, **kwargs: Any) -> Artist:
        """Draws the values of a matrix as an image; the coordinates of a grid before them are left out."""
        return self.imshow(args[-1])

    pcolor = pcolormesh

    def fill(self, x: Any, y: Any, fmt: str = '', **kwargs: Any) -> Artist:
        """Draws the outline of an area."""
        xs, ys = numbers(x), numbers(y)
        return self._add(
            Artist('line', xs + xs[:1], ys + ys[:1], str(kwargs.get('label', '')), combined(fmt, kwargs))
        )

    def arrow(self, x: float, y: float, dx: float, dy: float, **kwargs: Any) -> Artist:
        """Draws a line from a point; the head is left out."""
        return self._add(
            Artist('line', [float(x), float(x + dx)], [float(y), float(y + dy)], '', combined('', kwargs))
        )

    def quiver(self, X: Any, Y: Any, U: Any, V: Any, **kwargs: Any) -> Artist:
        """Draws arrows as lines without heads, in the units of the axes."""
        line_x: list[float] = []
        line_y: list[float] = []
        for x, y, u, v in zip(*(numbers(values) for values in (X, Y, U, V)), strict=True):
            line_x += [x, x + u, GAP]
            line_y += [y, y + v, GAP]
        return self._add(Artist('line', line_x, line_y, '', combined('', kwargs)))

    def add_patch(self, patch: Any) -> Artist:
        """Draws the outline of a rectangle or circle."""
        return self._add(Artist('line', patch.x, patch.y))

    def boxplot(self, x: Any, **_: Any) -> list[Artist]:
        """Draws for each group of values the quartiles as a box, and lines to the least and the largest."""
        groups = [x] if len(shape(x)) == 1 else list(x)
        return [self._add(_box(sorted(numbers(group)), place)) for place, group in enumerate(groups, start=1)]


def _error_lines(xs: list[float], ys: list[float], error: Any, upright: bool) -> Artist:
    count = len(xs)
    given = numbers(error)
    below = given[:count] if len(given) >= count else given * count
    above = given[count:] if len(given) == 2 * count else below
    line_x: list[float] = []
    line_y: list[float] = []
    for x, y, less, more in zip(xs, ys, below, above, strict=True):
        line_x += [x, x, GAP] if upright else [x - less, x + more, GAP]
        line_y += [y - less, y + more, GAP] if upright else [y, y, GAP]
    return Artist('line', line_x, line_y)


def _box(values: list[float], place: int) -> Artist:
    def quantile(part: float) -> float:
        exact = part * (len(values) - 1)
        low = math.floor(exact)
        high = min(low + 1, len(values) - 1)
        return values[low] + (values[high] - values[low]) * (exact - low)

    low, middle, high = (quantile(part) for part in (0.25, 0.5, 0.75))
    left, right = place - 0.25, place + 0.25
    x = [left, right, right, left, left, GAP, left, right, GAP, place, place, GAP, place, place]
    y = [low, low, high, high, low, GAP, middle, middle, GAP, values[0], low, GAP, high, values[-1]]
    return Artist('line', [float(value) for value in x], y)


class Rectangle:
    """The outline of a rectangle.

    Args:
        xy: its corner at the lower left.
        width, height: of the rectangle.
    """

    def __init__(self, xy: Any, width: float, height: float, **_: Any) -> None:
        x, y = (float(value) for value in xy)
        self.x = [x, x + width, x + width, x, x]
        self.y = [y, y, y + height, y + height, y]


class Circle:
    """The outline of a circle.

    Args:
        xy: its centre.
        radius: of the circle.
    """

    def __init__(self, xy: Any, radius: float = 5, **_: Any) -> None:
        x, y = (float(value) for value in xy)
        angles = [2 * math.pi * i / 60 for i in range(61)]
        self.x = [x + radius * math.cos(angle) for angle in angles]
        self.y = [y + radius * math.sin(angle) for angle in angles]
