"""Axes: what is drawn into one system of coordinates, and how it is labelled."""

import json
from typing import Any, NoReturn

import _engine

from .appearance import Appearance
from .artist import Artist
from .drawing import Drawing
from .further_drawing import FurtherDrawing
from .values import reals

_SCALES = ('linear', 'log')


class Axes(Drawing, FurtherDrawing, Appearance):
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


def _scale(value: str) -> str:
    if value not in _SCALES:
        raise NotImplementedError(f'D2L Exercises draws linear and log scales, not {value!r}')
    return value
