"""Parts of a whole as pieces of a disc."""

import math
from collections.abc import Callable
from typing import Any

from ._api import unexpected, warn
from .patches import Wedge
from .text import Text
from .values import as_list, numbers

__all__ = ['draw_pie']

_ORDER = (
    'explode',
    'labels',
    'colors',
    'autopct',
    'pctdistance',
    'shadow',
    'labeldistance',
    'startangle',
    'radius',
)
_OPTIONS = (
    'counterclock',
    'wedgeprops',
    'textprops',
    'center',
    'frame',
    'rotatelabels',
    'normalize',
    'hatch',
    'data',
)


def draw_pie(axes: Any, x: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> tuple[list[Any], ...]:
    """Draws the pieces; gives them, their names, and the words inside if asked for.

    Raises:
        TypeError: for a keyword that pie does not have.
        ValueError: for negative sizes, for lists of different lengths, or for a sum above 1 unless
            `normalize`.
    """
    options = {**dict(zip(_ORDER, args, strict=False)), **kwargs}
    for name in options:
        if name not in _ORDER and name not in _OPTIONS:
            raise unexpected('pie', name)
    sizes = numbers(x)
    if any(size < 0 for size in sizes):
        raise ValueError("Wedge sizes 'x' must be non negative values")
    total = sum(sizes)
    if options.get('normalize', True):
        sizes = [size / total for size in sizes]
    elif total > 1:
        raise ValueError('Cannot plot an unnormalized pie with sum(x) > 1')
    labels = [''] * len(sizes) if options.get('labels') is None else list(as_list(options['labels']))
    explode = [0.0] * len(sizes) if options.get('explode') is None else numbers(options['explode'])
    if len(labels) != len(sizes):
        raise ValueError("'label' must be of length 'x'")
    if len(explode) != len(sizes):
        raise ValueError("'explode' must be of length 'x'")
    if options.get('shadow'):
        warn('the shadow of a pie is not drawn')
    pie = _Pie(axes, options)
    at = (options.get('startangle') or 0) / 360
    turn = 1 if options.get('counterclock', True) else -1
    for place, (size, label, away) in enumerate(zip(sizes, labels, explode, strict=True)):
        pie.piece(place, (at, at + turn * size), size, label, away)
        at += turn * size
    return pie.finish(total)


class _Pie:
    def __init__(self, axes: Any, options: dict[str, Any]) -> None:
        self.axes, self.options = axes, options
        self.radius = options.get('radius', 1)
        self.center = numbers(options.get('center', (0, 0)))
        self.pieces: list[Any] = []
        self.names: list[Any] = []
        self.inside: list[Any] = []
        self.sizes: list[float] = []
        self.total = 0.0

    def _color(self, place: int) -> Any:
        given = self.options.get('colors')
        if given is None:
            return self.axes.patch_cycle.next_color()
        listed = [given] if isinstance(given, str) else as_list(given)
        one = listed[place % len(listed)]
        return one if isinstance(one, str) else tuple(one)

    def piece(self, place: int, turns: tuple[float, float], size: float, label: Any, away: float) -> None:
        """One piece with its words."""
        start, end = turns
        middle = math.pi * (start + end)
        x, y = self.center[0] + away * math.cos(middle), self.center[1] + away * math.sin(middle)
        first, second = sorted((360 * start, 360 * end))
        look = {'facecolor': self._color(place), **(self.options.get('wedgeprops') or {})}
        wedge = Wedge((x, y), self.radius, first, second, **look)
        wedge.set_label(label)
        self.pieces.append(self.axes.add(wedge))
        distance = self.options.get('labeldistance', 1.1)
        if distance is not None:
            self.names.append(self._words(label, (x, y), distance, middle, True))
        if self.options.get('autopct') is not None:
            self.inside.append(
                self._words(self._percent(size), (x, y), self.options.get('pctdistance', 0.6), middle, False)
            )

    def _percent(self, size: float) -> str:
        form: str | Callable[[float], str] = self.options['autopct']
        if isinstance(form, str):
            return form % (100.0 * size)
        if callable(form):
            return form(100.0 * size)
        raise TypeError('autopct must be callable or a format string')

    def _words(
        self, words: Any, center: tuple[float, float], distance: float, middle: float, outside: bool
    ) -> Text:
        x = center[0] + distance * self.radius * math.cos(middle)
        y = center[1] + distance * self.radius * math.sin(middle)
        align = ('left' if x > 0 else 'right') if outside else 'center'
        look = {'ha': align, 'va': 'center', **(self.options.get('textprops') or {})}
        return self.axes.text(x, y, words, **look)

    def finish(self, total: float) -> tuple[list[Any], ...]:
        """The axes around the disc."""
        axes, reach = self.axes, 1.25
        if not self.options.get('frame'):
            axes.set_frame_on(False)
            axes.limit('x', self.center[0] - reach, self.center[0] + reach)
            axes.limit('y', self.center[1] - reach, self.center[1] + reach)
            axes.xaxis.set_ticks([])
            axes.yaxis.set_ticks([])
        axes.set_aspect('equal')
        if self.options.get('autopct') is None:
            return self.pieces, self.names
        return self.pieces, self.names, self.inside
