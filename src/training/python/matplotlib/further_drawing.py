"""What is drawn more rarely: bars of error, steps, areas, words and arrows."""

import math
from typing import TYPE_CHECKING, Any

from .artist import Artist
from .drawing import ACROSS, joined
from .formats import look
from .values import as_list, numbers


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
        ecolor: Any = None,
        label: Any = '',
        **kwargs: Any,
    ) -> list[Artist]:
        """Draws a curve with a line through each point, as long as the errors in both directions."""
        xs, ys = numbers(x), numbers(y)
        drawn = Artist('line', xs, ys, str(label), look('' if fmt == 'none' else fmt, kwargs))
        made: list[Artist] = []
        if fmt == 'none':
            drawn.fields.setdefault('color', self.next_color('line'))
        else:
            made.append(self.add(drawn, 'line'))
        style = {name: drawn.fields[name] for name in ('color', 'alpha') if name in drawn.fields}
        if 'color' not in style:
            style['format'] = drawn.fields['format'][:1]
        if ecolor is not None:
            style = look('', {'color': ecolor})
        for error, upright in ((yerr, True), (xerr, False)):
            if error is not None:
                made.append(self.add(Artist('line', *_error_lines(xs, ys, error, upright), '', style)))
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
        return self.add(Artist('line', line_x, line_y, str(label), look(fmt, kwargs)), 'line')

    # ------------------------------------------------------------ areas

    def fill_between(
        self, x: Any, y1: Any, y2: Any = 0, where: Any = None, *, label: Any = '', **kwargs: Any
    ) -> Artist:
        """Fills the area between two curves, where it says so."""
        xs = numbers(x)
        upper, lower = _as_many(y1, len(xs)), _as_many(y2, len(xs))
        shown = [True] * len(xs) if where is None else [bool(flag) for flag in as_list(where)]
        pieces = []
        for start, end in _stretches(shown):
            around = xs[start:end] + xs[start:end][::-1]
            pieces.append((around, upper[start:end] + lower[start:end][::-1]))
        x_all, y_all = joined(pieces)
        return self.add(Artist('area', x_all, y_all, str(label), _area(kwargs)), 'patch')

    def fill(self, x: Any, y: Any, fmt: str = '', **kwargs: Any) -> Artist:
        """Fills the area within an outline."""
        style = look(fmt, kwargs)
        return self.add(Artist('area', numbers(x), numbers(y), str(kwargs.get('label', '')), style), 'patch')

    def axvspan(self, xmin: float, xmax: float, *, label: Any = '', **kwargs: Any) -> Artist:
        """Fills what is between two abscissae, over the whole height of the axes."""
        x = [float(xmin), float(xmax), float(xmax), float(xmin)]
        y = [ACROSS[0], ACROSS[0], ACROSS[1], ACROSS[1]]
        return self.add(Artist('area', x, y, str(label), _area(kwargs)), 'patch')

    def axhspan(self, ymin: float, ymax: float, *, label: Any = '', **kwargs: Any) -> Artist:
        """Fills what is between two ordinates, over the whole width of the axes."""
        x = [ACROSS[0], ACROSS[0], ACROSS[1], ACROSS[1]]
        y = [float(ymin), float(ymax), float(ymax), float(ymin)]
        return self.add(Artist('area', x, y, str(label), _area(kwargs)), 'patch')

    def add_patch(self, patch: Any) -> Artist:
        """Draws a rectangle or circle."""
        kind = 'area' if patch.filled else 'line'
        return self.add(Artist(kind, patch.x, patch.y, '', patch.style), 'patch')

    # ------------------------------------------------------------ words and arrows

    def text(self, x: float, y: float, s: str, **kwargs: Any) -> Artist:
        """Writes words at a point."""
        fields = look('', {name: kwargs[name] for name in ('color', 'c', 'alpha') if name in kwargs})
        fields['texts'] = [str(s)]
        for name, long_name in (('ha', 'horizontalalignment'), ('va', 'verticalalignment')):
            value = kwargs.get(name, kwargs.get(long_name))
            if value is not None:
                fields[name] = str(value)
        return self.add(Artist('text', [float(x)], [float(y)], '', fields))

    def annotate(self, text: str, xy: Any, xytext: Any = None, **kwargs: Any) -> Artist:
        """Writes words at a point, or beside it with an arrow that leads to it."""
        point = [float(xy[0]), float(xy[1])]
        relative = str(kwargs.get('textcoords', '')).startswith('offset')
        place = point if xytext is None or relative else [float(xytext[0]), float(xytext[1])]
        if kwargs.get('arrowprops') is not None and place != point:
            self._arrows([place[0]], [place[1]], [point[0]], [point[1]], {'color': 'black', 'linewidth': 1.0})
        return self.text(place[0], place[1], text, **kwargs)

    def arrow(self, x: float, y: float, dx: float, dy: float, **kwargs: Any) -> Artist:
        """Draws an arrow from a point."""
        style = {'color': 'C0'} | look('', kwargs)
        return self._arrows([float(x)], [float(y)], [float(x + dx)], [float(y + dy)], style)

    def quiver(self, *args: Any, **kwargs: Any) -> Artist:
        """Draws arrows, `quiver([X, Y], U, V)`, as long as they are in the units of the axes."""
        if len(args) < 4:
            raise NotImplementedError('D2L Exercises needs the positions of arrows: quiver(X, Y, U, V)')
        x, y, u, v = (numbers(values) for values in args[:4])
        x2 = [a + b for a, b in zip(x, u, strict=True)]
        y2 = [a + b for a, b in zip(y, v, strict=True)]
        return self._arrows(x, y, x2, y2, {'color': 'black'} | look('', kwargs))

    def _arrows(
        self, x: list[float], y: list[float], x2: list[float], y2: list[float], style: dict[str, Any]
    ) -> Artist:
        return self.add(Artist('arrow', x, y, '', style | {'x2': x2, 'y2': y2}))


def _area(options: dict[str, Any]) -> dict[str, Any]:
    color = options.get('color', options.get('facecolor', options.get('fc')))
    return look('', {**options, 'color': color} if color is not None else options)


def _as_many(values: Any, count: int) -> list[float]:
    given = numbers(values)
    return given * count if len(given) == 1 else given


def _stretches(flags: list[bool]) -> list[tuple[int, int]]:
    """Start and end of each run of true flags."""
    found: list[tuple[int, int]] = []
    start: int | None = None
    for place, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = place
        elif not flag and start is not None:
            found.append((start, place))
            start = None
    return found


def _error_lines(
    xs: list[float], ys: list[float], error: Any, upright: bool
) -> tuple[list[float], list[float]]:
    count = len(xs)
    given = numbers(error)
    below = given[:count] if len(given) >= count else given * count
    above = given[count:] if len(given) == 2 * count else below
    return joined(
        [
            ([x, x], [y - less, y + more]) if upright else ([x - less, x + more], [y, y])
            for x, y, less, more in zip(xs, ys, below, above, strict=True)
        ]
    )


class Patch:
    """An outline that can be drawn.

    Args:
        x, y: the outline.
        options: of its look; `fill=False`, or a face colour `none`, leaves it empty.
    """

    def __init__(self, x: list[float], y: list[float], options: dict[str, Any]) -> None:
        face = options.get('facecolor', options.get('fc', options.get('color')))
        self.filled = bool(options.get('fill', True)) and face != 'none'
        edge = options.get('edgecolor', options.get('ec', options.get('color')))
        color = face if self.filled else edge
        self.style = look('', {**options, 'color': color} if color is not None else options)
        self.x, self.y = x, y


class Rectangle(Patch):
    """A rectangle.

    Args:
        xy: its corner at the lower left.
        width, height: of the rectangle.
    """

    def __init__(self, xy: Any, width: float, height: float, **kwargs: Any) -> None:
        x, y = (float(value) for value in xy)
        super().__init__([x, x + width, x + width, x, x], [y, y, y + height, y + height, y], kwargs)


class Circle(Patch):
    """A circle.

    Args:
        xy: its centre.
        radius: of the circle.
    """

    def __init__(self, xy: Any, radius: float = 5, **kwargs: Any) -> None:
        x, y = (float(value) for value in xy)
        angles = [2 * math.pi * i / 60 for i in range(61)]
        super().__init__(
            [x + radius * math.cos(angle) for angle in angles],
            [y + radius * math.sin(angle) for angle in angles],
            kwargs,
        )
