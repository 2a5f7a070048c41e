"""Axes: what is drawn into one system of coordinates."""

import json
from itertools import pairwise
from typing import Any, NoReturn

import _engine

from .contours import contour as contour_line
from .contours import levels_between
from .formats import combined, parts_of
from .values import as_list, columns, numbers, reals, shape

_SCALES = ('linear', 'log')


class Artist:
    """Something drawn: one series of the figure."""

    def __init__(self, kind: str, x: list[float], y: list[float], label: str = '', fmt: str = '') -> None:
        self.kind = kind
        self.x = x
        self.y = y
        self.label = label
        self.fmt = fmt
        self.columns: int | None = None
        # `h` or `v` for lines through all of the axes, whose ends follow from the other series.
        self.across = ''

    def set_data(self, x: Any, y: Any) -> None:
        """Replaces the points."""
        self.x, self.y = numbers(x), numbers(y)

    def get_xdata(self) -> list[float]:
        """The abscissae."""
        return self.x

    def get_ydata(self) -> list[float]:
        """The ordinates."""
        return self.y

    def set_label(self, label: str) -> None:
        """Sets the name in the legend."""
        self.label = str(label)

    def get_label(self) -> str:
        """The name in the legend."""
        return self.label

    def as_series(self, width: tuple[float, float], height: tuple[float, float]) -> dict[str, Any]:
        """The protocol's `Series`."""
        x, y = self.x, self.y
        if self.across == 'h':
            x = list(width)
        elif self.across == 'v':
            y = list(height)
        series: dict[str, Any] = {'kind': self.kind, 'label': self.label, 'x': reals(x), 'y': reals(y)}
        if self.fmt:
            series['format'] = self.fmt
        if self.columns is not None:
            series['columns'] = self.columns
        return series


class Axes:
    """One system of coordinates.

    Args:
        figure: it belongs to.
    """

    def __init__(self, figure: Any) -> None:
        self.figure = figure
        self.cla()

    def cla(self) -> None:
        """Removes everything."""
        self.artists: list[Artist] = []
        self.title = ''
        self.labels = {'x': '', 'y': ''}
        self.scales = {'x': 'linear', 'y': 'linear'}
        self.limits: dict[str, Any] = {'x': None, 'y': None}

    clear = cla

    @property
    def lines(self) -> list[Artist]:
        """The curves."""
        return [artist for artist in self.artists if artist.kind == 'line']

    # ------------------------------------------------------------ drawing

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
        """Draws the values of a matrix as an image."""
        sizes = shape(X)
        if len(sizes) == 3 and sizes[2] == 1:
            sizes = sizes[:2]
        if len(sizes) != 2:
            raise NotImplementedError(
                f'D2L Exercises: imshow draws matrices, not values of shape {sizes}; draw one channel'
            )
        image = Artist('image', [], numbers(X))
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

    # ------------------------------------------------------------ setting

    def set_title(self, label: Any, **_: Any) -> None:
        """Sets the title."""
        self.title = str(label)

    def set_xlabel(self, xlabel: Any, **_: Any) -> None:
        """Names the abscissa."""
        self.labels['x'] = '' if xlabel is None else str(xlabel)

    def set_ylabel(self, ylabel: Any, **_: Any) -> None:
        """Names the ordinate."""
        self.labels['y'] = '' if ylabel is None else str(ylabel)

    def set_xlim(self, left: Any = None, right: Any = None, **kwargs: Any) -> Any:
        """Sets the range of the abscissa."""
        return self._limit('x', kwargs.get('xmin', left), kwargs.get('xmax', right))

    def set_ylim(self, bottom: Any = None, top: Any = None, **kwargs: Any) -> Any:
        """Sets the range of the ordinate."""
        return self._limit('y', kwargs.get('ymin', bottom), kwargs.get('ymax', top))

    def _limit(self, axis: str, low: Any, high: Any) -> Any:
        if high is None and hasattr(low, '__len__'):
            low, high = low
        if low is not None or high is not None:
            known = self.limits[axis] or self._extent(axis)
            self.limits[axis] = (
                float(known[0] if low is None else low),
                float(known[1] if high is None else high),
            )
        return self.limits[axis] or self._extent(axis)

    def get_xlim(self) -> Any:
        """The range of the abscissa."""
        return self.limits['x'] or self._extent('x')

    def get_ylim(self) -> Any:
        """The range of the ordinate."""
        return self.limits['y'] or self._extent('y')

    def set_xscale(self, value: str, **_: Any) -> None:
        """Makes the abscissa `linear` or `log`."""
        self.scales['x'] = _scale(value)

    def set_yscale(self, value: str, **_: Any) -> None:
        """Makes the ordinate `linear` or `log`."""
        self.scales['y'] = _scale(value)

    def set(self, **kwargs: Any) -> None:
        """Sets several properties: `title`, `xlabel`, `xlim`, …"""
        for name, value in kwargs.items():
            getattr(self, f'set_{name}')(value)

    def legend(self, *args: Any, **kwargs: Any) -> None:
        """Names what is drawn, in order."""
        names = kwargs.get('labels', args[-1] if args else ())
        handles = kwargs.get('handles', args[0] if len(args) > 1 else self.artists)
        if isinstance(names, str):
            names = [names]
        for artist, name in zip(handles, names, strict=False):
            if isinstance(artist, Artist):
                artist.label = str(name)

    def grid(self, visible: Any = None, **_: Any) -> None:
        """Has no effect: the panel always draws a grid."""

    def set_xticks(self, ticks: Any, labels: Any = None, **_: Any) -> None:
        """Has no effect: the panel chooses its own ticks."""

    def set_yticks(self, ticks: Any, labels: Any = None, **_: Any) -> None:
        """Has no effect: the panel chooses its own ticks."""

    def set_aspect(self, aspect: Any, **_: Any) -> None:
        """Has no effect: the panel chooses the sizes."""

    def axis(self, *args: Any, **_: Any) -> None:
        """Sets the ranges from four numbers; `off` and `equal` have no effect."""
        if args and hasattr(args[0], '__len__') and not isinstance(args[0], str):
            left, right, bottom, top = args[0]
            self.set_xlim(left, right)
            self.set_ylim(bottom, top)

    def get_figure(self) -> Any:
        """The figure that these axes belong to."""
        return self.figure

    # ------------------------------------------------------------ sending

    def _extent(self, axis: str) -> tuple[float, float]:
        values = [value for artist in self.artists for value in getattr(artist, axis)]
        return (min(values), max(values)) if values else (0.0, 1.0)

    def send(self) -> None:
        """Shows it in the panel; nothing happens while nothing is drawn."""
        if not self.artists:
            return
        width, height = self.get_xlim(), self.get_ylim()
        limits = {axis: None if value is None else reals(list(value)) for axis, value in self.limits.items()}
        figure = {
            'series': [artist.as_series(width, height) for artist in self.artists],
            'title': self.title,
            'xlabel': self.labels['x'],
            'ylabel': self.labels['y'],
            'xscale': self.scales['x'],
            'yscale': self.scales['y'],
            'xlim': limits['x'],
            'ylim': limits['y'],
        }
        _engine.figure(json.dumps(figure))

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith('_'):
            raise AttributeError(name)
        raise AttributeError(f'D2L Exercises does not support Axes.{name}')


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


def _scale(value: str) -> str:
    if value not in _SCALES:
        raise NotImplementedError(f'D2L Exercises draws linear and log scales, not {value!r}')
    return value


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
