"""`plot` and `hist` of frames and series, drawn by matplotlib."""

from importlib import import_module
from typing import Any

from .frame import DataFrame
from .series import Series

__all__ = ['Plotter', 'hist', 'plot']


class Plotter:
    """Draws a frame or a series: called, or by the name of a kind (`plot.bar()`).

    Args:
        data: what is drawn.
    """

    def __init__(self, data: Any) -> None:
        self._data = data

    def __call__(
        self, x: Any = None, y: Any = None, kind: str = 'line', ax: Any = None, **options: Any
    ) -> Any:
        pyplot = import_module('matplotlib.pyplot')

        figsize, title, legend = (
            options.pop('figsize', None),
            options.pop('title', None),
            options.pop('legend', True),
        )
        if ax is None:
            ax = (
                pyplot.subplots(figsize=figsize)[1]
                if isinstance(self._data, DataFrame) or figsize
                else pyplot.gca()
            )
        labels = {name: options.pop(name) for name in ('xlabel', 'ylabel', 'xlim', 'ylim') if name in options}
        grid = options.pop('grid', None)
        _draw(self._data, x, y, kind, ax, options)
        ax.set(**labels)
        if title is not None:
            ax.set_title(title)
        if grid:
            ax.grid(True)
        if legend and isinstance(self._data, DataFrame) and kind not in ('scatter', 'hexbin'):
            ax.legend()
        return ax

    def __getattr__(self, name: str) -> Any:
        if name in ('line', 'bar', 'barh', 'hist', 'scatter', 'box', 'area', 'pie', 'density', 'kde'):
            return lambda *args, **kwargs: self(*args, kind=name, **kwargs)
        raise AttributeError(f"'PlotAccessor' object has no attribute '{name}'")


def _draw(data: Any, x: Any, y: Any, kind: str, ax: Any, options: dict[str, Any]) -> None:
    frame = (
        data.to_frame(data.name if data.name is not None else 'None') if isinstance(data, Series) else data
    )
    places = frame[x].tolist() if x is not None else frame.index.tolist()
    names = [name for name in frame if name != x and frame[name].dtype.numeric]
    if y is not None:
        names = list(y) if isinstance(y, (list, tuple)) else [y]
    if kind == 'scatter':
        ax.scatter(places, frame[names[0]].tolist(), **options)
        ax.set_xlabel(x)
        ax.set_ylabel(names[0])
        return
    if kind == 'box':
        ax.boxplot([frame[name].dropna().tolist() for name in names])
        return
    for number, name in enumerate(names):
        values = frame[name].tolist()
        if kind == 'hist':
            ax.hist(frame[name].dropna().tolist(), label=str(name), **options)
        elif kind in ('bar', 'barh'):
            _draw_bars(ax, kind, places, values, number, len(names), {'label': str(name), **options})
        elif kind == 'line':
            ax.plot(places, values, label=str(name), **options)
        else:
            raise NotImplementedError(f'D2L Exercises does not support plot(kind={kind!r})')
    if x is not None and kind == 'line':
        ax.set_xlabel(x)


def _draw_bars(
    ax: Any, kind: str, labels: Any, values: Any, number: int, count: int, options: dict[str, Any]
) -> None:
    wide = 0.5 / count
    places = [place - 0.25 + wide * (number + 0.5) for place in range(len(values))]
    if kind == 'bar':
        ax.bar(places, values, wide, **options)
        ax.set_xticks(list(range(len(values))), [str(label) for label in labels])
    else:
        ax.barh(places, values, wide, **options)
        ax.set_yticks(list(range(len(values))), [str(label) for label in labels])


def plot(data: Any) -> Plotter:
    """What draws a frame or a series."""
    return Plotter(data)


def hist(data: Any, bins: int = 10, **options: Any) -> Any:
    """Histograms of a series, or of each column."""
    pyplot = import_module('matplotlib.pyplot')

    if isinstance(data, Series):
        axes = pyplot.gca()
        axes.hist(data.dropna().tolist(), bins=bins, **options)
        return axes
    names = [name for name in data if data[name].dtype.numeric]
    figure = pyplot.figure(figsize=options.pop('figsize', None))
    made = [
        figure.add_subplot(-(-len(names) // 2), min(2, len(names)), number + 1)
        for number in range(len(names))
    ]
    for axes, name in zip(made, names, strict=True):
        axes.hist(data[name].dropna().tolist(), bins=bins, **options)
        axes.set_title(name)
    return made
