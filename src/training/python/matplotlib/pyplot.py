"""matplotlib.pyplot: draws into the current figure, which goes into the panel."""

from typing import Any

from . import further_drawing
from .axes import Axes
from .figure import AxesGrid, Figure
from .settings import rcParams

_figures: list[Figure] = []
_current: list[Axes] = []


def figure(num: Any = None, figsize: Any = None, **_: Any) -> Figure:
    """A new figure, which becomes the current one."""
    made = Figure()
    _figures.append(made)
    _current.clear()
    return made


def gcf() -> Figure:
    """The current figure; a new one when there is none."""
    return _figures[-1] if _figures else figure()


def gca(**_: Any) -> Axes:
    """The current axes; new ones when there are none."""
    return _current[-1] if _current else gcf().gca()


def sca(ax: Axes) -> None:
    """Makes axes the current ones."""
    _current[:] = [ax]


def axes(*_: Any, **kwargs: Any) -> Axes:
    """New axes in the current figure."""
    made = gcf().add_subplot(**kwargs)
    sca(made)
    return made


def subplot(*args: Any, **kwargs: Any) -> Axes:
    """Axes of a grid, by rows, columns and number; axes that they would cover go away."""
    if len(args) == 1 and isinstance(args[0], int):
        args = tuple(int(digit) for digit in str(args[0]))
    rows, columns, number = args if len(args) == 3 else (1, 1, 1)
    owner = gcf()
    if not isinstance(number, int):
        chosen = owner.add_subplot(**kwargs)
    else:
        chosen = owner.axes_at(rows, columns, number, **kwargs)
    sca(chosen)
    return chosen


def subplots(nrows: int = 1, ncols: int = 1, *, figsize: Any = None, squeeze: bool = True, **_: Any) -> Any:
    """A new figure with a grid of axes.

    Returns:
        The figure, and its axes: one, a vector, or a matrix.
    """
    made = figure(figsize=figsize)
    rows = [
        [made.add_subplot(nrows, ncols, row * ncols + column + 1) for column in range(ncols)]
        for row in range(nrows)
    ]
    if squeeze and nrows == ncols == 1:
        return made, rows[0][0]
    return made, AxesGrid(rows, squeeze and (nrows == 1 or ncols == 1))


def show(*_: Any, **__: Any) -> None:
    """Shows all figures in the panel and starts afresh."""
    _flush()


def _flush() -> None:
    """Shows what has been drawn and not been shown; called at the end of every cell too."""
    waiting = list(_figures)
    close('all')
    for each in waiting:
        each.send()


def close(fig: Any = None) -> None:
    """Forgets figures without showing them."""
    if fig == 'all':
        _figures.clear()
    elif isinstance(fig, Figure):
        if fig in _figures:
            _figures.remove(fig)
    elif _figures:
        _figures.pop()
    _current.clear()


def clf() -> None:
    """Removes all axes of the current figure."""
    gcf().clear()
    _current.clear()


def cla() -> None:
    """Removes everything from the current axes."""
    gca().cla()


def savefig(*_: Any, **__: Any) -> None:
    """Writes no file, and says so: figures are shown in the panel."""
    gcf().savefig()


def tight_layout(*_: Any, **__: Any) -> None:
    """Has no effect."""


def ion() -> None:
    """Has no effect."""


def ioff() -> None:
    """Has no effect."""


def pause(interval: float) -> None:
    """Shows what has been drawn."""
    _flush()


def plot(*args: Any, **kwargs: Any) -> Any:
    """Draws curves: `plot([x], y, [fmt], …)`."""
    return gca().plot(*args, **kwargs)


def scatter(x: Any, y: Any, s: Any = None, c: Any = None, **kwargs: Any) -> Any:
    """Draws points."""
    return gca().scatter(x, y, s, c, **kwargs)


def bar(x: Any, height: Any, width: Any = 0.8, **kwargs: Any) -> Any:
    """Draws bars."""
    return gca().bar(x, height, width, **kwargs)


def hist(x: Any, bins: Any = 10, **kwargs: Any) -> Any:
    """Draws how many values fall into each of several intervals."""
    return gca().hist(x, bins, **kwargs)


def imshow(X: Any, cmap: Any = None, **kwargs: Any) -> Any:
    """Draws the values of a matrix by a colour map, or colours themselves, as an image."""
    return gca().imshow(X, cmap, **kwargs)


def axhline(y: float = 0, **kwargs: Any) -> Any:
    """Draws a horizontal line through all of the axes."""
    return gca().axhline(y, **kwargs)


def axvline(x: float = 0, **kwargs: Any) -> Any:
    """Draws a vertical line through all of the axes."""
    return gca().axvline(x, **kwargs)


def annotate(text: str, xy: Any, **kwargs: Any) -> Any:
    """Writes words at a point, or beside it with an arrow that leads to it."""
    return gca().annotate(text, xy, **kwargs)


def text(x: float, y: float, s: str, **kwargs: Any) -> Any:
    """Writes words at a point."""
    return gca().text(x, y, s, **kwargs)


def title(label: Any, **kwargs: Any) -> None:
    """Sets the title."""
    gca().set_title(label, **kwargs)


def suptitle(t: str, **kwargs: Any) -> None:
    """Sets the title of the whole figure."""
    gcf().suptitle(t, **kwargs)


def xlabel(label: Any, **kwargs: Any) -> None:
    """Names the abscissa."""
    gca().set_xlabel(label, **kwargs)


def ylabel(label: Any, **kwargs: Any) -> None:
    """Names the ordinate."""
    gca().set_ylabel(label, **kwargs)


def xlim(*args: Any, **kwargs: Any) -> Any:
    """Sets, or gives, the range of the abscissa."""
    return gca().set_xlim(*args, **kwargs)


def ylim(*args: Any, **kwargs: Any) -> Any:
    """Sets, or gives, the range of the ordinate."""
    return gca().set_ylim(*args, **kwargs)


def xscale(value: str, **kwargs: Any) -> None:
    """Makes the abscissa `linear`, `log` or `symlog`."""
    gca().set_xscale(value, **kwargs)


def yscale(value: str, **kwargs: Any) -> None:
    """Makes the ordinate `linear`, `log` or `symlog`."""
    gca().set_yscale(value, **kwargs)


def xticks(ticks: Any = None, labels: Any = None, **_: Any) -> None:
    """Sets where the abscissa is marked, and with which words."""
    if ticks is not None:
        gca().set_xticks(ticks, labels)


def yticks(ticks: Any = None, labels: Any = None, **_: Any) -> None:
    """Sets where the ordinate is marked, and with which words."""
    if ticks is not None:
        gca().set_yticks(ticks, labels)


def legend(*args: Any, **kwargs: Any) -> None:
    """Names what is drawn, in order."""
    gca().legend(*args, **kwargs)


def grid(visible: Any = None, **kwargs: Any) -> None:
    """Has no effect: the panel always draws a grid."""


def axis(*args: Any, **kwargs: Any) -> None:
    """Sets the ranges from four numbers; `off` hides the axes, `equal` gives both the same unit."""
    gca().axis(*args, **kwargs)


def colorbar(*_: Any, **__: Any) -> None:
    """Has no effect."""


_FORWARDED = """
    arrow axhspan axvspan barh boxplot clabel contour contourf errorbar fill fill_between hlines
    locator_params loglog margins matshow minorticks_on pcolor pcolormesh quiver semilogx semilogy stem
    step tick_params ticklabel_format vlines
"""
"""Further methods of axes that are functions too."""


_SHAPES = ('Rectangle', 'Circle')
_WITHOUT_EFFECT = ('subplots_adjust', 'setp', 'draw')


def __dir__() -> list[str]:
    return sorted([*globals(), *_FORWARDED.split(), *_SHAPES, *_WITHOUT_EFFECT])


def __getattr__(name: str) -> Any:
    if name in _FORWARDED.split():
        return _forwarded(name)
    if name in _SHAPES:
        return getattr(further_drawing, name)
    if name in _WITHOUT_EFFECT:
        return _no_effect
    if name.startswith('_'):
        raise AttributeError(f"module 'matplotlib.pyplot' has no attribute '{name}'")
    raise AttributeError(f'D2L Exercises does not support plt.{name}')


def _forwarded(name: str) -> Any:
    def call(*args: Any, **kwargs: Any) -> Any:
        return getattr(gca(), name)(*args, **kwargs)

    call.__name__ = call.__qualname__ = name
    call.__doc__ = getattr(Axes, name).__doc__
    return call


def _no_effect(*_: Any, **__: Any) -> None:
    """Has no effect: the panel draws figures in its own way."""


_NOT_EXPORTED = ('Any', 'NoReturn', 'further_drawing')
__all__ = [name for name in dir() if not name.startswith('_') and name not in _NOT_EXPORTED]
__all__ += ['rcParams', *_FORWARDED.split()]
