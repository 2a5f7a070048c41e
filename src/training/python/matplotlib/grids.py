"""What is drawn of values on a grid: images, and lines of equal value."""

import math
from typing import TYPE_CHECKING, Any

from .artist import Artist
from .contours import levels_between
from .drawing import color_map
from .formats import look
from .values import as_list, numbers, shape


class GridDrawing:
    """The methods of axes that draw values on a grid."""

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

    def imshow(
        self,
        X: Any,
        cmap: Any = None,
        norm: Any = None,
        *,
        aspect: Any = None,
        alpha: Any = None,
        vmin: Any = None,
        vmax: Any = None,
        origin: Any = None,
        extent: Any = None,
        **_: Any,
    ) -> Artist:
        """Draws the values of a matrix by a colour map, or of colours (a third axis of 3 or 4) themselves."""
        sizes = shape(X)
        channels = sizes[2] if len(sizes) == 3 else 1
        if len(sizes) not in (2, 3) or channels not in (1, 3, 4):
            raise TypeError(f'Invalid shape {sizes} for image data')
        rows, width, flat = sizes[0], sizes[1], channels == 1
        values = numbers(X) if flat else _bytes(X)
        image = Artist('image', [], values, '', color_map(cmap, vmin, vmax) if flat else {})
        image.fields |= {'columns': width, 'extent': [-0.5, width - 0.5, rows - 0.5, -0.5]}
        if not flat:
            image.fields['channels'] = channels
        if alpha is not None:
            image.fields['alpha'] = float(alpha)
        if origin == 'lower':
            _turn_over(image)
        if extent is not None:
            image.fields['extent'] = [float(edge) for edge in extent]
        if aspect != 'auto':
            self.set_aspect('equal')
        return self.add(image)

    def matshow(self, Z: Any, **kwargs: Any) -> Artist:
        """Draws the values of a matrix as an image."""
        return self.imshow(Z, **kwargs)

    def pcolormesh(self, *args: Any, **kwargs: Any) -> Artist:
        """Draws the values of a matrix over a grid: `pcolormesh([X, Y], C)`; cells count as equally large."""
        values = args[-1]
        rows, width = shape(values)[:2]
        extent = [0.0, float(width), 0.0, float(rows)]
        if len(args) >= 3:
            extent = [*_edges(args[0], width), *_edges(args[1], rows)]
        chosen = {name: kwargs[name] for name in ('cmap', 'vmin', 'vmax', 'alpha') if name in kwargs}
        return self.imshow(values, origin='lower', extent=extent, aspect='auto', **chosen)

    pcolor = pcolormesh

    def contour(self, *args: Any, levels: Any = None, **kwargs: Any) -> Artist:
        """Draws the lines on which values on a grid are equal: `contour([X, Y], Z, [levels])`.

        Seven round levels or so, unless they or their number are given.
        """
        return self._contour(args, levels, kwargs)

    def contourf(self, *args: Any, levels: Any = None, **kwargs: Any) -> Artist:
        """Fills what is between the lines on which values on a grid are equal."""
        made = self._contour(args, levels, kwargs)
        made.fields['filled'] = True
        return made

    def _contour(self, args: tuple[Any, ...], levels: Any, options: dict[str, Any]) -> Artist:
        given = list(args)
        if len(given) in (2, 4):
            levels = given.pop()
        Z = given.pop()
        rows, width = shape(Z)[:2] if len(shape(Z)) == 2 else (0, 0)
        if min(rows, width) < 2:
            raise TypeError(f'Input z must be at least a (2, 2) shaped array, but has shape {shape(Z)}')
        X, Y = given or (list(range(width)), list(range(rows)))
        values = numbers(Z)
        style = look('', _single_color(options)) | color_map(options.get('cmap'))
        style |= {'columns': width, 'values': values, 'levels': _levels(values, levels)}
        xs, ys = _along(numbers(X), rows, width, True), _along(numbers(Y), rows, width, False)
        return self.add(Artist('contour', xs, ys, '', style))


def _bytes(X: Any) -> list[float]:
    """Parts of colours from 0 to 255; those that are not whole numbers go from 0 to 1."""
    values = as_list(X)
    first = values
    while isinstance(first, list):
        first = as_list(first[0])
    scale = 1 if isinstance(first, int) else 255
    return [float(min(255, max(0, round(scale * value)))) for value in numbers(values)]


def _turn_over(image: Artist) -> None:
    size = image.fields['columns'] * image.fields.get('channels', 1)
    rows = [image.y[start : start + size] for start in range(0, len(image.y), size)]
    image.y = [value for row in reversed(rows) for value in row]
    left, right, bottom, top = image.fields['extent']
    image.fields['extent'] = [left, right, top, bottom]


def _edges(coordinates: Any, cells: int) -> list[float]:
    """Outer edges of a grid, from the edges of its cells or from their middles."""
    values = numbers(coordinates)
    low, high, count = min(values), max(values), len(set(values))
    half = (high - low) / (cells - 1) / 2 if count == cells and cells > 1 else 0.0
    return [low - half, high + half]


def _along(values: list[float], rows: int, width: int, horizontal: bool) -> list[float]:
    """Coordinates of a grid's columns (or rows), where all rows (or columns) have the same; else all of them.

    Raises:
        TypeError: when they do not fit the grid.
    """
    count = width if horizontal else rows
    if len(values) == count:
        return values
    if len(values) != rows * width:
        raise TypeError(f'{len(values)} coordinates do not fit a grid of {rows} by {width} values')
    lines = values[:width] if horizontal else values[::width]
    alike = all(
        value == (lines[i % width] if horizontal else lines[i // width]) for i, value in enumerate(values)
    )
    return lines if alike else values


def _levels(values: list[float], given: Any) -> list[float]:
    if given is not None and not isinstance(given, int):
        return numbers(given)
    finite = [value for value in values if math.isfinite(value)]
    return levels_between(min(finite, default=0.0), max(finite, default=0.0), given or 7)


def _single_color(options: dict[str, Any]) -> dict[str, Any]:
    color = options.get('colors')
    chosen = {name: options[name] for name in ('alpha', 'linewidths') if name in options}
    if isinstance(color, (list, tuple)) and color and isinstance(color[0], str):
        color = color[0]
    return chosen if color is None else {**chosen, 'color': color}
