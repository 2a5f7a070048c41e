"""Curves."""

from collections.abc import Iterator
from typing import Any

from matplotlib._api import check_in_list, warn
from matplotlib._formats import format_parts
from matplotlib.axes._base import AxesBase
from matplotlib.collections import LineCollection
from matplotlib.colors import turn_color
from matplotlib.lines import Line2D, straight_line
from matplotlib.values import as_list, columns, numbers, shape

__all__ = ['Lines']


class Lines(AxesBase):
    """The methods of axes that draw curves."""

    def plot(
        self, *args: Any, scalex: bool = True, scaley: bool = True, data: Any = None, **kwargs: Any
    ) -> list[Line2D]:
        """Draws curves: `plot([x], y, [fmt], …)`."""
        from matplotlib._api import normalized

        options = normalized(kwargs, Line2D.aliases)
        if data is not None:
            args = tuple(data[arg] if isinstance(arg, str) and arg in data else arg for arg in args)
        across = ('x' if scalex else '') + ('y' if scaley else '')
        made: list[Line2D] = []
        for x, y, fmt in _groups(args):
            made += [self.add(line, across) for line in self._curves(x, y, fmt, options)]
        return made

    def _curves(self, x: Any, y: Any, fmt: str | None, options: dict[str, Any]) -> Iterator[Line2D]:
        given = {} if fmt is None else format_parts(fmt)
        for name in ('linestyle', 'marker', 'color'):
            if given.get(name, 'None') != 'None' and name in options:
                warn(
                    f"{name} is redundantly defined by the '{name}' keyword argument and the fmt string "
                    f'"{fmt}" (-> {name}={given[name]!r}). The keyword argument will take precedence.'
                )
        pairs = self._pairs(x, y)
        names = _names(options.get('label'), len(pairs))
        for (a, b), name in zip(pairs, names, strict=True):
            look = {**given, **options, 'label': name}
            look |= self.line_cycle.defaults(look)
            yield self._converted_line(a, b, look)

    def _converted_line(self, x: Any, y: Any, look: dict[str, Any]) -> Line2D:
        line = Line2D(self.xaxis.convert_units(x), self.yaxis.convert_units(y), **look)
        line._given_x, line._given_y, line._was_plotted = x, y, True
        return line

    def _pairs(self, x: Any, y: Any) -> list[tuple[Any, Any]]:
        """The columns of x with those of y."""
        if x is None:
            x, y = _index_of(y)
        self.xaxis.take_units(x)
        self.yaxis.take_units(y)
        sizes = _sizes(x), _sizes(y)
        if sizes[0][0] != sizes[1][0]:
            raise ValueError(
                f'x and y must have same first dimension, but have shapes {sizes[0]} and {sizes[1]}'
            )
        if max(map(len, sizes)) > 2:
            raise ValueError(f'x and y can be no greater than 2D, but have shapes {sizes[0]} and {sizes[1]}')
        if len(sizes[0]) == len(sizes[1]) == 1:
            return [(x, y)]
        xs, ys = _columns(x), _columns(y)
        if len(xs) > 1 and len(ys) > 1 and len(xs) != len(ys):
            raise ValueError(f'x has {len(xs)} columns but y has {len(ys)} columns')
        return [(xs[i % len(xs)], ys[i % len(ys)]) for i in range(max(len(xs), len(ys)) if xs and ys else 0)]

    def semilogx(self, *args: Any, **kwargs: Any) -> list[Line2D]:
        """Draws curves over a logarithmic abscissa."""
        self.set_xscale('log', **_log_options('x', kwargs))
        return self.plot(*args, **kwargs)

    def semilogy(self, *args: Any, **kwargs: Any) -> list[Line2D]:
        """Draws curves with a logarithmic ordinate."""
        self.set_yscale('log', **_log_options('y', kwargs))
        return self.plot(*args, **kwargs)

    def loglog(self, *args: Any, **kwargs: Any) -> list[Line2D]:
        """Draws curves with both axes logarithmic."""
        options = _log_options('', kwargs)
        self.set_xscale('log', **options)
        self.set_yscale('log', **options)
        return self.plot(*args, **kwargs)

    def step(
        self, x: Any, y: Any, *args: Any, where: str = 'pre', data: Any = None, **kwargs: Any
    ) -> list[Line2D]:
        """Draws steps: each value holds up to its point (`pre`), from it (`post`) or around it (`mid`)."""
        check_in_list(('pre', 'post', 'mid'), where=where)
        return self.plot(x, y, *args, data=data, drawstyle=f'steps-{where}', **kwargs)

    def add_line(self, line: Line2D) -> Line2D:
        """Draws a curve that was made before."""
        _check_kind(Line2D, line=line)
        return self.add(line, quietly=True)

    # ------------------------------------------------------------ straight ones

    def axhline(self, y: Any = 0, xmin: float = 0, xmax: float = 1, **kwargs: Any) -> Line2D:
        """Draws a horizontal line through all of the axes."""
        return self._across('x', self.yaxis.convert_units(y), (xmin, xmax), kwargs)

    def axvline(self, x: Any = 0, ymin: float = 0, ymax: float = 1, **kwargs: Any) -> Line2D:
        """Draws a vertical line through all of the axes."""
        return self._across('y', self.xaxis.convert_units(x), (ymin, ymax), kwargs)

    def _across(self, name: str, place: Any, ends: tuple[float, float], options: dict[str, Any]) -> Line2D:
        if 'transform' in options:
            method = f'ax{"h" if name == "x" else "v"}line'
            raise ValueError(
                f"'transform' is not allowed as a keyword argument; {method} generates its own transform."
            )
        if hasattr(place, '__len__') and not hasattr(place, 'item'):
            raise ValueError(
                'The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()'
            )
        other = 'y' if name == 'x' else 'x'
        low, high = sorted(self._range(other))
        line = straight_line(name, place, ends, options)
        outside = not low <= float(place) <= high
        return self.add(line, other if outside else '')

    def axline(self, xy1: Any, xy2: Any = None, *, slope: Any = None, **kwargs: Any) -> Line2D:
        """Draws a straight line through a point, to another one or with a slope, through all of the axes.

        Raises:
            TypeError: unless exactly one of `xy2` and `slope` is given.
        """
        if (xy2 is None) == (slope is None):
            raise TypeError("Exactly one of 'xy2' and 'slope' must be given")
        points = [xy1] if xy2 is None else [xy1, xy2]
        line = Line2D([p[0] for p in points], [p[1] for p in points], **kwargs)
        self.add(line)
        (x1, y1), rise = (float(v) for v in xy1), slope
        if xy2 is not None:
            run = float(xy2[0]) - x1
            rise = None if run == 0 else (float(xy2[1]) - y1) / run
        low, high = self.get_xlim()
        if rise is None:
            line.set_data([x1, x1], list(self.get_ylim()))
        else:
            line.set_data([low, high], [y1 + rise * (low - x1), y1 + rise * (high - x1)])
        return line

    def hlines(
        self,
        y: Any,
        xmin: Any,
        xmax: Any,
        colors: Any = None,
        linestyles: Any = 'solid',
        label: Any = '',
        **kwargs: Any,
    ) -> LineCollection:
        """Draws horizontal lines between abscissae."""
        rows = _aligned(y, xmin, xmax)
        return self._pieces(
            [[[low, at], [high, at]] for at, low, high in rows], colors, linestyles, label, kwargs
        )

    def vlines(
        self,
        x: Any,
        ymin: Any,
        ymax: Any,
        colors: Any = None,
        linestyles: Any = 'solid',
        label: Any = '',
        **kwargs: Any,
    ) -> LineCollection:
        """Draws vertical lines between ordinates."""
        rows = _aligned(x, ymin, ymax)
        return self._pieces(
            [[[at, low], [at, high]] for at, low, high in rows], colors, linestyles, label, kwargs
        )

    def _pieces(
        self, lines: Any, colors: Any, styles: Any, label: Any, options: dict[str, Any]
    ) -> LineCollection:
        given = colors if colors is not None else options.pop('color', options.pop('c', None))
        width = options.pop('linewidth', options.pop('lw', options.pop('linewidths', None)))
        made = LineCollection(
            lines,
            colors=turn_color(0) if given is None else given,
            linewidths=width,
            linestyles=styles,
            **options,
        )
        made.set_label(label)
        return self.add(made)

    def eventplot(
        self,
        positions: Any,
        orientation: str = 'horizontal',
        lineoffsets: Any = 1,
        linelengths: Any = 1,
        linewidths: Any = None,
        colors: Any = None,
        linestyles: Any = 'solid',
        **kwargs: Any,
    ) -> list[Any]:
        """Draws short lines at places, a row of them for each list."""
        from matplotlib.collections import EventCollection

        listed = as_list(positions)
        rows = listed if listed and hasattr(as_list(listed[0]), '__len__') else [listed]
        offsets, lengths = numbers(lineoffsets), numbers(linelengths)
        made: list[Any] = []
        for i, row in enumerate(rows):
            color = (
                colors
                if colors is None or isinstance(colors, str)
                else as_list(colors)[i % len(as_list(colors))]
            )
            made.append(
                self.add(
                    EventCollection(
                        row,
                        orientation,
                        lineoffset=offsets[i % len(offsets)],
                        linelength=lengths[i % len(lengths)],
                        linewidth=linewidths,
                        color=turn_color(0) if color is None else color,
                        linestyle=linestyles,
                        **kwargs,
                    )
                )
            )
        return made


def _groups(args: tuple[Any, ...]) -> Iterator[tuple[Any, Any, str | None]]:
    """Groups `[x], y, [fmt], [x], y, [fmt], …`."""
    rest = list(args)
    while rest:
        taken, rest = rest[:2], rest[2:]
        if rest and isinstance(rest[0], str):
            taken.append(rest.pop(0))
        fmt = taken.pop() if len(taken) > 1 and isinstance(taken[-1], str) else None
        if len(taken) == 3:
            raise ValueError('third arg must be a format string')
        if any(one is None for one in taken):
            raise ValueError('x, y, and format string must not be None')
        yield (taken[0] if len(taken) == 2 else None), taken[-1], fmt


def _index_of(y: Any) -> tuple[Any, Any]:
    """Abscissae of values that come without: those of a series of pandas, else counted."""
    index = getattr(y, 'index', None)
    if index is not None and not callable(index) and hasattr(y, 'values'):
        return as_list(index), y
    return [float(i) for i in range(_sizes(y)[0])], y


def _sizes(values: Any) -> tuple[int, ...]:
    if isinstance(values, str):
        return (1,)
    sizes = tuple(shape(values)) or (1,)
    for part in as_list(values) if len(sizes) == 1 and isinstance(as_list(values), list) else ():
        if hasattr(part, '__len__') and not isinstance(part, str) and getattr(part, 'ndim', 1) > 0:
            raise ValueError('Input could not be cast to an at-least-1D NumPy array')
    return sizes


def _columns(values: Any) -> list[Any]:
    return columns(values) if len(_sizes(values)) == 2 else [values]


def _names(label: Any, count: int) -> list[Any]:
    if not isinstance(label, (list, tuple)):
        return [label] * count
    if len(label) != count:
        raise ValueError(
            'label must be scalar or have the same length as the input data, but found '
            f'{len(label)} for {count} datasets.'
        )
    return list(label)


def _aligned(places: Any, low: Any, high: Any) -> list[tuple[float, float, float]]:
    at, lows, highs = numbers(places), numbers(low), numbers(high)
    count = max(len(at), 1)
    for ends in (lows, highs):
        if len(ends) not in (1, count):
            raise ValueError(
                f'could not broadcast input array from shape ({len(ends)},) into shape ({count},)'
            )
    lows, highs = (ends * count if len(ends) == 1 else ends for ends in (lows, highs))
    return list(zip(at, lows, highs, strict=True))


def _log_options(name: str, options: dict[str, Any]) -> dict[str, Any]:
    keys = {
        'base': 'base',
        f'base{name}': 'base',
        'subs': 'subs',
        f'subs{name}': 'subs',
        'nonpositive': 'nonpositive',
    }
    return {own: options.pop(key) for key, own in keys.items() if key in options}


def _check_kind(kind: type, **kwargs: Any) -> None:
    from matplotlib._api import check_instance

    check_instance(kind, **kwargs)
