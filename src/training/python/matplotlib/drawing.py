"""What can be drawn into axes: curves and points."""

import math
from typing import TYPE_CHECKING, Any

from .artist import Artist
from .colors import color_of, colors_of
from .formats import has_color, look, parts_of
from .values import columns, numbers

_PLAIN_LINE = 'C0'
"""The colour of lines that take none in turn."""

ACROSS = [-math.inf, math.inf]
"""From edge to edge of the axes."""


class Drawing:
    """The methods of axes that draw curves and points."""

    artists: list[Artist]
    turns: dict[str, int]

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

    def add(self, artist: Artist, turn: str = '') -> Artist:
        """Adds what is drawn.

        Args:
            artist: one series.
            turn: from which turn it takes a colour if it has none, `line` or `patch`; each counts for itself.
        """
        if turn and not has_color(artist.fields) and 'values' not in artist.fields:
            artist.fields['color'] = self.next_color(turn)
        self.artists.append(artist)
        return artist

    def next_color(self, turn: str) -> str:
        """The colour whose turn it is."""
        number = self.turns.get(turn, 0)
        self.turns[turn] = number + 1
        return f'C{number % 10}'

    def plot(self, *args: Any, data: Any = None, **kwargs: Any) -> list[Artist]:
        """Draws curves: `plot([x], y, [fmt], …)`."""
        made: list[Artist] = []
        for x, y, fmt in _curves(args):
            for ordinates in columns(y):
                abscissae = numbers(x) if x is not None else [float(i) for i in range(len(ordinates))]
                if len(abscissae) != len(ordinates):
                    raise ValueError(
                        f'x and y must have same first dimension, but have shapes ({len(abscissae)},) and '
                        f'({len(ordinates)},)'
                    )
                label = _label(kwargs.get('label'), len(made))
                made.append(self.add(Artist('line', abscissae, ordinates, label, look(fmt, kwargs)), 'line'))
        return made

    def scatter(
        self,
        x: Any,
        y: Any,
        s: Any = None,
        c: Any = None,
        marker: Any = None,
        cmap: Any = None,
        *,
        vmin: Any = None,
        vmax: Any = None,
        label: Any = '',
        **kwargs: Any,
    ) -> Artist:
        """Draws points; `c` are colours, or numbers shown as colours; `s` are areas in square points."""
        abscissae, ordinates = numbers(x), numbers(y)
        if len(abscissae) != len(ordinates):
            raise ValueError('x and y must be the same size')
        style = look('', {'marker': marker or 'o', **kwargs})
        style['format'] = style['format'].rstrip('-')
        style |= _point_colors(c, len(abscissae))
        if s is not None:
            style['sizes'] = numbers(s)
        if 'values' in style:
            style |= color_map(cmap, vmin, vmax)
        return self.add(Artist('scatter', abscissae, ordinates, str(label), style), 'patch')

    def axhline(
        self, y: float = 0, xmin: float = 0, xmax: float = 1, *, label: Any = '', **kwargs: Any
    ) -> Artist:
        """Draws a horizontal line through all of the axes."""
        style = {'color': _PLAIN_LINE} | look('', kwargs)
        return self.add(Artist('line', list(ACROSS), [float(y)] * 2, str(label), style))

    def axvline(
        self, x: float = 0, ymin: float = 0, ymax: float = 1, *, label: Any = '', **kwargs: Any
    ) -> Artist:
        """Draws a vertical line through all of the axes."""
        style = {'color': _PLAIN_LINE} | look('', kwargs)
        return self.add(Artist('line', [float(x)] * 2, list(ACROSS), str(label), style))

    def hlines(
        self, y: Any, xmin: Any, xmax: Any, colors: Any = None, *, label: Any = '', **kwargs: Any
    ) -> Artist:
        """Draws horizontal lines between abscissae."""
        places = numbers(y)
        ends = zip(places, _each(xmin, len(places)), _each(xmax, len(places)), strict=True)
        pieces = [([low, high], [place] * 2) for place, low, high in ends]
        return self._pieces(pieces, colors, label, kwargs)

    def vlines(
        self, x: Any, ymin: Any, ymax: Any, colors: Any = None, *, label: Any = '', **kwargs: Any
    ) -> Artist:
        """Draws vertical lines between ordinates."""
        places = numbers(x)
        ends = zip(places, _each(ymin, len(places)), _each(ymax, len(places)), strict=True)
        pieces = [([place] * 2, [low, high]) for place, low, high in ends]
        return self._pieces(pieces, colors, label, kwargs)

    def _pieces(
        self, pieces: list[tuple[list[float], list[float]]], color: Any, label: Any, options: dict[str, Any]
    ) -> Artist:
        x, y = joined(pieces)
        style = {'color': _PLAIN_LINE} | look('', options)
        if color is not None:
            names = colors_of(color) if not isinstance(color, str) else None
            style['color'] = names[0] if names else color_of(color).name
        return self.add(Artist('line', x, y, str(label), style))

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


def joined(pieces: list[tuple[list[float], list[float]]]) -> tuple[list[float], list[float]]:
    """Pieces of a line as one, with NaN between them."""
    x: list[float] = []
    y: list[float] = []
    for piece_x, piece_y in pieces:
        if x:
            x.append(math.nan)
            y.append(math.nan)
        x += piece_x
        y += piece_y
    return x, y


def color_map(cmap: Any, vmin: Any = None, vmax: Any = None) -> dict[str, Any]:
    """The fields that say how values are shown as colours."""
    fields: dict[str, Any] = {} if cmap is None else {'cmap': str(getattr(cmap, 'name', cmap))}
    return fields | {name: float(v) for name, v in (('vmin', vmin), ('vmax', vmax)) if v is not None}


def _label(given: Any, position: int) -> str:
    if given is None:
        return ''
    if isinstance(given, (list, tuple)):
        return str(given[position]) if position < len(given) else ''
    return str(given)


def _each(value: Any, count: int) -> list[float]:
    given = numbers(value)
    return given * count if len(given) == 1 else given


def _point_colors(c: Any, count: int) -> dict[str, Any]:
    if c is None:
        return {}
    if isinstance(c, str):
        return look('', {'color': c})
    names = colors_of(c)
    if names is not None:
        return {'colors': names} if len(names) == count else {'color': names[0]}
    values = numbers(c)
    if len(values) != count:
        raise ValueError(
            f"'c' argument has {len(values)} elements, which is inconsistent with "
            f"'x' and 'y' with size {count}."
        )
    return {'values': values}


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
