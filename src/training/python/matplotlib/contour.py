"""Lines of equal value on a grid, and the areas between them."""

import math
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from ._api import check_in_list, warn
from .artist import Artist
from .cm import ScalarMappable
from .colors import LogNorm, color_of, colors_of
from .lines import drawn_line, line_style
from .ticker import LogLocator, MaxNLocator
from .values import array_of, as_list, numbers, shape

__all__ = ['QuadContourSet']

_FIELDS = (
    'levels',
    'colors',
    'alpha',
    'cmap',
    'norm',
    'vmin',
    'vmax',
    'extend',
    'locator',
    'extent',
    'origin',
)
_OPTIONS = (
    'linewidths',
    'linestyles',
    'hatches',
    'antialiased',
    'corner_mask',
    'nchunk',
    'algorithm',
    'transform',
)


class QuadContourSet(Artist, ScalarMappable):
    """Lines of equal value on a grid, or the areas between them.

    Args:
        ax: the axes.
        args: `[X, Y], Z, [levels]`.
        filled: whether the areas are filled.
        kwargs: `levels`, `colors`, `cmap`, `norm`, `vmin`, `vmax`, `extend`, `linewidths`, …

    Raises:
        ValueError: when both `colors` and `cmap` are given.
    """

    def __init__(self, ax: Any, *args: Any, filled: bool = False, **kwargs: Any) -> None:
        Artist.__init__(self)
        options = {name: kwargs.pop(name, None) for name in _FIELDS}
        further = {name: kwargs.pop(name, None) for name in (*_OPTIONS, 'negative_linestyles', 'data')}
        zorder = kwargs.pop('zorder', None)
        if options['colors'] is not None and options['cmap'] is not None:
            raise ValueError('Either colors or cmap must be None')
        self.axes, self.filled = ax, filled
        self.zorder = (1 if filled else 2) if zorder is None else zorder
        self.extend = options['extend'] or 'neither'
        check_in_list(('neither', 'both', 'min', 'max'), extend=self.extend)
        self.colors = options['colors']
        self._alpha = options['alpha']
        norm = options['norm']
        self.logscale = isinstance(norm, LogNorm) or isinstance(options['locator'], LogLocator)
        ScalarMappable.__init__(self, LogNorm() if norm is None and self.logscale else norm, options['cmap'])
        self.locator = options['locator']
        levels = self._take_grid(list(args), options)
        self.levels = self._levels(options['levels'] if levels is None else levels)
        self._take_colors(options)
        self._look = further
        self.labelTexts: list[Any] = []
        self._labelled: dict[str, Any] = {}
        if kwargs:
            warn('The following kwargs were not used by contour: ' + ', '.join(map(repr, kwargs)))

    # ------------------------------------------------------------ grid and levels

    def _take_grid(self, args: list[Any], options: dict[str, Any]) -> Any:
        """Takes coordinates and values; gives the levels among the arguments, if there are."""
        if len(args) not in (1, 2, 3, 4):
            raise TypeError(f'contour() takes from 1 to 4 positional arguments but {len(args)} were given')
        levels = args.pop() if len(args) in (2, 4) else None
        Z = args.pop()
        sizes = shape(Z)
        if len(sizes) != 2:
            raise TypeError(f'Input z must be 2D, not {len(sizes)}D')
        if min(sizes) < 2:
            raise TypeError(f'Input z must be at least a (2, 2) shaped array, but has shape {sizes}')
        self._rows, self._width = sizes
        self._values = numbers(Z)
        if args:
            self._x, self._y = self._grid_of(*args)
        else:
            self._x, self._y = self._counted(options['extent'])
        finite = [
            value for value in self._values if math.isfinite(value) and (value > 0 or not self.logscale)
        ]
        self.zmin, self.zmax = (min(finite), max(finite)) if finite else (math.nan, math.nan)
        self.sticky_edges.x[:] = [min(self._x), max(self._x)]
        self.sticky_edges.y[:] = [min(self._y), max(self._y)]
        return levels

    def _counted(self, extent: Any) -> tuple[list[float], list[float]]:
        if extent is None:
            return [float(i) for i in range(self._width)], [float(i) for i in range(self._rows)]
        left, right, bottom, top = (float(edge) for edge in extent)
        return (
            [left + (right - left) * i / (self._width - 1) for i in range(self._width)],
            [bottom + (top - bottom) * i / (self._rows - 1) for i in range(self._rows)],
        )

    def _grid_of(self, X: Any, Y: Any) -> tuple[list[float], list[float]]:
        sizes = shape(X), shape(Y)
        if len(sizes[0]) != len(sizes[1]):
            raise TypeError(
                f'Number of dimensions of x ({len(sizes[0])}) and y ({len(sizes[1])}) do not match'
            )
        if len(sizes[0]) == 1:
            if sizes[0][0] != self._width:
                raise TypeError(
                    f'Length of x ({sizes[0][0]}) must match number of columns in z ({self._width})'
                )
            if sizes[1][0] != self._rows:
                raise TypeError(f'Length of y ({sizes[1][0]}) must match number of rows in z ({self._rows})')
            return numbers(X), numbers(Y)
        for name, size in zip('xy', sizes, strict=True):
            if len(size) != 2:
                raise TypeError(f'Inputs x and y must be 1D or 2D, not {len(size)}D')
            if size != (self._rows, self._width):
                raise TypeError(f'Shapes of {name} {size} and z ({self._rows}, {self._width}) do not match')
        return self._lines(numbers(X), True), self._lines(numbers(Y), False)

    def _lines(self, values: list[float], across: bool) -> list[float]:
        """The coordinates of columns (or rows) where all rows (or columns) have the same; else all."""
        width = self._width
        lines = values[:width] if across else values[::width]
        alike = all(
            value == (lines[i % width] if across else lines[i // width]) for i, value in enumerate(values)
        )
        return lines if alike else values

    def _levels(self, given: Any) -> Any:
        if given is None or isinstance(given, int):
            chosen = self._chosen(7 if given is None else given)
        else:
            chosen = [float(level) for level in numbers(given)]
        if self.filled and len(chosen) < 2:
            raise ValueError('Filled contours require at least 2 levels.')
        if any(b <= a for a, b in pairwise(chosen)):
            raise ValueError('Contour levels must be increasing')
        return array_of(chosen)

    def _chosen(self, count: int) -> list[float]:
        if self.locator is None:
            self.locator = LogLocator() if self.logscale else MaxNLocator(count + 1, min_n_ticks=1)
        places = numbers(self.locator.tick_values(self.zmin, self.zmax))
        under = [i for i, place in enumerate(places) if place < self.zmin]
        over = [i for i, place in enumerate(places) if place > self.zmax]
        start, end = (under[-1] if under else 0), (over[0] + 1 if over else len(places))
        start += self.extend in ('min', 'both')
        end -= self.extend in ('max', 'both')
        return places if end - start < 3 else places[start:end]

    @property
    def layers(self) -> Any:
        """The values that stand for the areas, or the levels of lines."""
        levels = numbers(self.levels)
        if not self.filled:
            return self.levels
        return array_of([(a + b) / 2 for a, b in pairwise(levels)])

    @property
    def cvalues(self) -> Any:
        """The values whose colours are shown."""
        return self.layers if self.colors is None else list(range(len(numbers(self.layers))))

    def _take_colors(self, options: dict[str, Any]) -> None:
        if options['vmin'] is not None:
            self.norm.vmin = float(options['vmin'])
        if options['vmax'] is not None:
            self.norm.vmax = float(options['vmax'])
        if self.colors is not None:
            from .colors import ListedColormap, NoNorm

            one = isinstance(self.colors, str) or colors_of(self.colors) is None
            given = [self.colors] if one else as_list(self.colors)
            count = max(1, len(numbers(self.levels)) - (1 if self.filled else 0))
            self.cmap = ListedColormap(given, N=count)
            self.norm = NoNorm()
        self.norm.autoscale_None(self.levels)
        self.set_array(self.cvalues)

    # ------------------------------------------------------------ reading

    @property
    def collections(self) -> list[Any]:
        """The lines of each level, which are drawn together."""
        return [self] * len(numbers(self.levels))

    @property
    def allsegs(self) -> list[list[Any]]:
        """The lines of each level, as rows of points."""
        from ._contour_lines import lines_at

        x = self._x if len(self._x) == self._width else self._x[: self._width]
        y = self._y if len(self._y) == self._rows else self._y[:: self._width]
        return [
            [array_of(line) for line in lines_at(x, y, self._values, level)] for level in numbers(self.levels)
        ]

    def legend_elements(self, variable_name: str = 'x', str_format: Any = str) -> tuple[list[Any], list[str]]:
        """Handles and words for a legend of the levels."""
        from .legend_handler import contour_elements

        return contour_elements(self, variable_name, str_format)

    def clabel(
        self, levels: Any = None, *, fontsize: Any = None, inline: bool = True, fmt: Any = None, **_: Any
    ) -> list[Any]:
        """Writes the values on the lines.

        Raises:
            ValueError: for a value that has no lines.
        """
        known = numbers(self.levels)
        wanted = known if levels is None else numbers(levels)
        found = [level for level in known if level in wanted]
        if len(found) < len(wanted):
            raise ValueError(f"Specified levels {wanted} don't match available levels {self.levels}")
        words = {level: _words(fmt, level) for level in found}
        self._labelled = {'labels': [words.get(level, '') for level in known]}
        from .text import Text

        self.labelTexts = [Text(0, 0, text) for text in words.values()]
        return self.labelTexts

    # ------------------------------------------------------------ what axes ask

    def data_points(self) -> tuple[list[float], list[float]]:
        return [min(self._x), max(self._x)], [min(self._y), max(self._y)]

    def as_series(self) -> list[dict[str, Any]]:
        fields: dict[str, Any] = {
            'columns': self._width,
            'values': self._values,
            'levels': numbers(self.levels),
        }
        if self.colors is None:
            fields |= self.scale_of_colors()
        else:
            names = [color_of(tuple(row)).name for row in self.cmap.rows()]
            fields |= {'color': names[0]} if len(set(names)) == 1 else {'colors': names}
        if self.filled:
            fields['filled'] = True
        else:
            fields |= self._line_fields()
        if self.extend != 'neither' and self.filled:
            fields |= self._extended(fields)
        if isinstance(self._alpha, (int, float)):
            fields['alpha'] = float(self._alpha)
        return [self.series('contour', self._x, self._y, {**fields, **self._labelled})]

    def _line_fields(self) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        width, style = self._look['linewidths'], self._look['linestyles']
        if width is not None:
            fields['linewidth'] = numbers(width)[0]
        if style is not None:
            first = style if isinstance(style, str) else style[0]
            fields['format'] = drawn_line(line_style(first)) or ','
        return fields

    def _extended(self, fields: dict[str, Any]) -> dict[str, Any]:
        """Levels with one below and one above all values, whose bands have the colours of the map's ends."""
        levels = numbers(self.levels)
        low = [min(self.zmin, levels[0]) - 1] if self.extend in ('min', 'both') else []
        high = [max(self.zmax, levels[-1]) + 1] if self.extend in ('max', 'both') else []
        return {'levels': low + levels + high, 'vmin': levels[0], 'vmax': levels[-1]}


def _words(fmt: str | dict[float, str] | Callable[[float], str] | None, level: float) -> str:
    if fmt is None:
        return f'{level:.3f}'.rstrip('0').rstrip('.') if abs(level) < 1e5 else f'{level:g}'
    if isinstance(fmt, dict):
        return fmt.get(level, '%1.3f')
    return fmt(level) if callable(fmt) else fmt % level
