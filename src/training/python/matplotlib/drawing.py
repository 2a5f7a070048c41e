"""What can be drawn into axes."""

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from .artist import Artist
from .contours import contour as contour_line
from .contours import levels_between
from .formats import combined, parts_of
from .values import as_list, columns, numbers, shape


class Drawing:
    """The methods of axes that draw."""

    artists: list[Artist]

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

    def plot(self, *args: Any, data: Any = None, **kwargs: Any) -> list[Artist]:
        """Draws curves: `plot([x], y, [fmt], …)`."""
        label = kwargs.get('label', '')
        made: list[Artist] = []
        for x, y, fmt in _curves(args):
            for ordinates in columns(y):
                abscissae = numbers(x) if x is not None else [float(i) for i in range(len(ordinates))]
                if len(abscissae) != len(ordinates):
                    raise ValueError(
                        f'x and y must have same first dimension, but have shapes ({len(abscissae)},) and '
                        f'({len(ordinates)},)'
                    )
                made.append(Artist('line', abscissae, ordinates, str(label), combined(fmt, kwargs)))
        self.artists += made
        return made

    def scatter(
        self, x: Any, y: Any, s: Any = None, c: Any = None, *, label: Any = '', **kwargs: Any
    ) -> Artist:
        """Draws points."""
        abscissae, ordinates = numbers(x), numbers(y)
        if len(abscissae) != len(ordinates):
            raise ValueError('x and y must be the same size')
        return self._add(Artist('scatter', abscissae, ordinates, str(label), _marker(c, kwargs)))

    def bar(self, x: Any, height: Any, width: Any = 0.8, *, label: Any = '', **kwargs: Any) -> Artist:
        """Draws bars."""
        heights = numbers(height)
        names = list(x) if not hasattr(x, 'tolist') else x.tolist()
        if any(isinstance(name, str) for name in names):
            names = list(range(len(names)))
        positions = numbers(names)
        return self._add(
            Artist('bar', positions, heights * (len(positions) if len(heights) == 1 else 1), str(label))
        )

    def hist(
        self, x: Any, bins: Any = 10, range: Any = None, density: bool = False, *, label: Any = '', **_: Any
    ) -> Any:
        """Draws how many values fall into each of several intervals; gives counts, bounds and the bars."""
        values = numbers(x)
        bounds = _bounds(values, bins, range)
        counts = [0.0] * (len(bounds) - 1)
        for value in values:
            place = _interval(value, bounds)
            if place is not None:
                counts[place] += 1
        if density:
            total = sum(counts) or 1.0
            counts = [count / total / (bounds[i + 1] - bounds[i]) for i, count in enumerate(counts)]
        centres = [(a + b) / 2 for a, b in pairwise(bounds)]
        return counts, bounds, self._add(Artist('bar', centres, counts, str(label)))

    def imshow(self, X: Any, cmap: Any = None, **_: Any) -> Artist:
        """Draws the values of a matrix as an image; of colours it draws the brightness, and says so."""
        sizes, values = shape(X), numbers(X)
        label = ''
        if len(sizes) == 3 and sizes[2] in (3, 4):
            values, label = _brightness(values, sizes[2]), 'brightness of the colours'
        elif len(sizes) != 2 and not (len(sizes) == 3 and sizes[2] == 1):
            raise TypeError(f'Invalid shape {sizes} for image data')
        image = Artist('image', [], values, label)
        image.columns = sizes[1]
        return self._add(image)

    def axhline(
        self, y: float = 0, xmin: float = 0, xmax: float = 1, *, label: Any = '', **kwargs: Any
    ) -> Artist:
        """Draws a horizontal line through all of the axes."""
        line = Artist('line', [], [float(y)] * 2, str(label), combined('', kwargs))
        line.across = 'h'
        return self._add(line)

    def axvline(
        self, x: float = 0, ymin: float = 0, ymax: float = 1, *, label: Any = '', **kwargs: Any
    ) -> Artist:
        """Draws a vertical line through all of the axes."""
        line = Artist('line', [float(x)] * 2, [], str(label), combined('', kwargs))
        line.across = 'v'
        return self._add(line)

    def annotate(self, text: str, xy: Any, xytext: Any = None, **_: Any) -> Artist:
        """Marks a point; its text stands in the legend."""
        return self._add(Artist('scatter', [float(xy[0])], [float(xy[1])], str(text)))

    def text(self, x: float, y: float, s: str, **_: Any) -> Artist:
        """Marks a point; its text stands in the legend."""
        return self.annotate(s, (x, y))

    def contour(self, X: Any, Y: Any, Z: Any = None, levels: Any = None, **_: Any) -> list[Artist]:
        """Draws the lines on which values on a grid are equal.

        Args:
            X, Y: coordinates of the grid, matrices or vectors.
            Z: the values.
            levels: the values to draw lines for; seven round ones unless given.
        """
        xs, ys, zs = _grid(X, Y, Z)
        values = [value for row in zs for value in row]
        chosen = levels_between(min(values), max(values), levels or 7)
        if levels is not None and not isinstance(levels, int):
            chosen = numbers(levels)
        made = [Artist('line', *contour_line(xs, ys, zs, level), f'{level:g}') for level in chosen]
        made = [artist for artist in made if artist.x]
        self.artists += made
        return made

    contourf = contour

    def fill_between(self, x: Any, y1: Any, y2: Any = 0, *, label: Any = '', **kwargs: Any) -> list[Artist]:
        """Draws the two curves that bound an area."""
        abscissae, lower, upper = numbers(x), numbers(y2), numbers(y1)
        made = [
            Artist('line', abscissae, ordinates * (len(abscissae) if len(ordinates) == 1 else 1), name)
            for ordinates, name in ((upper, str(label)), (lower, ''))
        ]
        self.artists += made
        return made

    def hlines(self, y: Any, xmin: float, xmax: float, *, label: Any = '', **kwargs: Any) -> list[Artist]:
        """Draws horizontal lines between two abscissae."""
        fmt = combined('', kwargs)
        return [
            self._add(Artist('line', [float(xmin), float(xmax)], [value] * 2, str(label), fmt))
            for value in numbers(y)
        ]

    def vlines(self, x: Any, ymin: float, ymax: float, *, label: Any = '', **kwargs: Any) -> list[Artist]:
        """Draws vertical lines between two ordinates."""
        fmt = combined('', kwargs)
        return [
            self._add(Artist('line', [value] * 2, [float(ymin), float(ymax)], str(label), fmt))
            for value in numbers(x)
        ]

    def stem(self, *args: Any, label: Any = '', **_: Any) -> Artist:
        """Draws values as bars."""
        y = numbers(args[-1])
        x = numbers(args[0]) if len(args) > 1 else [float(i) for i in range(len(y))]
        return self._add(Artist('bar', x, y, str(label)))

    def semilogx(self, *args: Any, **kwargs: Any) -> list[Artist]:
        """Draws curves over a logarithmic abscissa."""
        self.set_xscale('log')
        return self.plot(*args, **kwargs)

    def semilogy(self, *args: Any, **kwargs: Any) -> list[Artist]:
        """Draws curves with a logarithmic ordinate."""
        self.set_yscale('log')
        return self.plot(*args, **kwargs)

    def loglog(self, *args: Any, **kwargs: Any) -> list[Artist]:
        """Draws curves with both axes logarithmic."""
        self.set_xscale('log')
        return self.semilogy(*args, **kwargs)

    def _add(self, artist: Artist) -> Artist:
        self.artists.append(artist)
        return artist


def _curves(args: tuple[Any, ...]) -> list[tuple[Any, Any, str]]:
    """Groups `[x], y, [fmt], [x], y, [fmt], …`."""
    found: list[tuple[Any, Any, str]] = []
    rest = list(args)
    while rest:
        taken = [rest.pop(0)]
        if rest and not isinstance(rest[0], str):
            taken.append(rest.pop(0))
        fmt = rest.pop(0) if rest and isinstance(rest[0], str) else ''
        parts_of(fmt)
        found.append((taken[0] if len(taken) == 2 else None, taken[-1], fmt))
    return found


def _grid(X: Any, Y: Any, Z: Any) -> tuple[list[list[float]], list[list[float]], list[list[float]]]:
    """Coordinates and values as matrices of one shape."""
    zs = [numbers(row) for row in as_list(X if Z is None else Z)]
    rows, width = len(zs), len(zs[0])
    if Z is None:
        X, Y = list(range(width)), list(range(rows))
    xs = [numbers(X)] * rows if len(shape(X)) == 1 else [numbers(row) for row in as_list(X)]
    ys = (
        [[value] * width for value in numbers(Y)]
        if len(shape(Y)) == 1
        else [numbers(row) for row in as_list(Y)]
    )
    return xs, ys, zs


def _marker(color: Any, options: dict[str, Any]) -> str:
    chosen = dict(options)
    if isinstance(color, str):
        chosen['color'] = color
    return combined('', chosen).rstrip('-:.') if chosen else ''


def _bounds(values: list[float], bins: Any, limits: Any) -> list[float]:
    if not isinstance(bins, int):
        return numbers(bins)
    low, high = (
        (float(limits[0]), float(limits[1]))
        if limits
        else (min(values, default=0.0), max(values, default=1.0))
    )
    if low == high:
        low, high = low - 0.5, high + 0.5
    return [low + (high - low) * i / bins for i in range(bins + 1)]


def _interval(value: float, bounds: list[float]) -> int | None:
    """Which interval a value falls into; the last one includes its upper bound."""
    from bisect import bisect_right

    if not bounds[0] <= value <= bounds[-1]:
        return None
    return min(bisect_right(bounds, value) - 1, len(bounds) - 2)


def _brightness(values: list[float], channels: int) -> list[float]:
    """What the eye sees of red, green and blue: the weights of ITU-R BT.601."""
    starts = range(0, len(values), channels)
    return [0.299 * values[i] + 0.587 * values[i + 1] + 0.114 * values[i + 2] for i in starts]
