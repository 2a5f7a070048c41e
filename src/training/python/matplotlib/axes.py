"""Axes: what is drawn into one system of coordinates, and how it is labelled."""

import json
from typing import Any, NoReturn

import _engine

from .appearance import Appearance
from .artist import Artist
from .bars import BarDrawing
from .boxes import BoxDrawing
from .drawing import Drawing
from .further_drawing import FurtherDrawing
from .grids import GridDrawing
from .values import as_list, numbers, reals

_SCALES = ('linear', 'log', 'symlog')


class Axes(Drawing, BarDrawing, BoxDrawing, GridDrawing, FurtherDrawing, Appearance):
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
        self.turns: dict[str, int] = {}
        self.title = ''
        self.labels = {'x': '', 'y': ''}
        self.scales = {'x': 'linear', 'y': 'linear'}
        self.limits: dict[str, Any] = {'x': None, 'y': None}
        self.inverted: set[str] = set()
        self.ticks: dict[str, dict[str, Any]] = {}
        self.is_on = True
        self.equal = False
        self.note = ''

    clear = cla

    @property
    def lines(self) -> list[Artist]:
        """The curves."""
        return [artist for artist in self.artists if artist.kind == 'line']

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
        """Makes the abscissa `linear`, `log` or `symlog`."""
        self.scales['x'] = _scale(value)

    def set_yscale(self, value: str, **_: Any) -> None:
        """Makes the ordinate `linear`, `log` or `symlog`."""
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
        """Sets where the abscissa is marked, and with which words."""
        self._set_ticks('x', ticks, labels)

    def set_yticks(self, ticks: Any, labels: Any = None, **_: Any) -> None:
        """Sets where the ordinate is marked, and with which words."""
        self._set_ticks('y', ticks, labels)

    def set_xticklabels(self, labels: Any, **_: Any) -> None:
        """Sets the words at the marks of the abscissa."""
        self._label_ticks('x', labels)

    def set_yticklabels(self, labels: Any, **_: Any) -> None:
        """Sets the words at the marks of the ordinate."""
        self._label_ticks('y', labels)

    def _set_ticks(self, axis: str, ticks: Any, labels: Any) -> None:
        self.ticks[axis] = {'at': reals(numbers(ticks))}
        if labels is not None:
            self._label_ticks(axis, labels)

    def _label_ticks(self, axis: str, labels: Any) -> None:
        words = [str(label) for label in as_list(labels)]
        known = self.ticks.setdefault(axis, {'at': list(range(len(words)))})
        if len(known['at']) != len(words):
            raise ValueError(
                f'The number of FixedLocator locations ({len(known["at"])}) does not match '
                f'the number of labels ({len(words)}).'
            )
        known['labels'] = words

    def set_aspect(self, aspect: Any, **_: Any) -> None:
        """`equal` makes a unit as long on either axis, `auto` does not."""
        self.equal = aspect in ('equal', 1)

    def axis(self, *args: Any, **_: Any) -> None:
        """Sets the ranges from four numbers; `off` hides the axes, `equal` gives both the same unit."""
        given = args[0] if args else None
        if isinstance(given, str):
            self.is_on = given != 'off' and (given == 'on' or self.is_on)
            self.equal = given in ('equal', 'scaled', 'square', 'image') or (self.equal and given != 'auto')
        elif isinstance(given, bool):
            self.is_on = given
        elif given is not None:
            left, right, bottom, top = given
            self.set_xlim(left, right)
            self.set_ylim(bottom, top)

    def set_axis_off(self) -> None:
        """Hides the axes."""
        self.is_on = False

    def set_axis_on(self) -> None:
        """Shows the axes."""
        self.is_on = True

    def invert_xaxis(self) -> None:
        """Lets the abscissa run from right to left."""
        self.inverted ^= {'x'}

    def invert_yaxis(self) -> None:
        """Lets the ordinate run downwards."""
        self.inverted ^= {'y'}

    def get_figure(self) -> Any:
        """The figure that these axes belong to."""
        return self.figure

    # ------------------------------------------------------------ sending

    def _extent(self, axis: str) -> tuple[float, float]:
        values = [value for artist in self.artists for value in artist.extent(axis)]
        return (min(values), max(values)) if values else (0.0, 1.0)

    def _range(self, axis: str) -> list[Any] | None:
        """The range in the order in which the axis runs; None where the panel may choose it."""
        limits = self.limits[axis]
        if limits is None and axis not in self.inverted:
            return None
        ends = reals(list(limits or self._extent(axis)))
        return ends[::-1] if axis in self.inverted else ends

    def as_figure(self) -> dict[str, Any]:
        """The protocol's `Figure`."""
        figure: dict[str, Any] = {
            'series': [artist.as_series() for artist in self.artists],
            'title': self.title,
            'xlabel': self.labels['x'],
            'ylabel': self.labels['y'],
            'xscale': self.scales['x'],
            'yscale': self.scales['y'],
            'xlim': self._range('x'),
            'ylim': self._range('y'),
        }
        figure |= {f'{axis}ticks': ticks for axis, ticks in self.ticks.items()}
        if self.equal:
            figure['aspect'] = 'equal'
        if not self.is_on:
            figure['axis'] = 'off'
        if self.note:
            figure['note'] = self.note
        return figure

    def send(self, subplot: dict[str, Any] | None = None) -> None:
        """Shows it in the panel; nothing happens while nothing is drawn.

        Args:
            subplot: the protocol's `Subplot`: its place among other axes.
        """
        if not self.artists:
            return
        figure = self.as_figure()
        if subplot is not None:
            figure['subplot'] = subplot
        _engine.figure(json.dumps(figure))

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith('_'):
            raise AttributeError(name)
        raise AttributeError(f'D2L Exercises does not support Axes.{name}')


def _scale(value: str) -> str:
    if value not in _SCALES:
        raise NotImplementedError(f'D2L Exercises draws linear, log and symlog scales, not {value!r}')
    return value
