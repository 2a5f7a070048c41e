"""matplotlib.pyplot: draws into the current figure, which goes into the panel."""

import importlib
import inspect
from typing import Any

from . import (
    _pylab_helpers,
    cycler,
    get_backend,
    interactive,
    is_interactive,
    rc,
    rc_context,
    rcdefaults,
    rcParams,
    rcParamsDefault,
    use,
)
from ._api import MatplotlibDeprecationWarning, warn
from .artist import Artist, getp, setp
from .axes import Axes, Subplot
from .figure import Figure, figaspect
from .lines import Line2D
from .patches import Polygon, Rectangle
from .text import Annotation, Text

_flush = _pylab_helpers.show_all
"""Shows what has been drawn and not been shown; called at the end of every cell too."""


# ---------------------------------------------------------------- figures


def figure(
    num: Any = None,
    figsize: Any = None,
    dpi: Any = None,
    *,
    facecolor: Any = None,
    edgecolor: Any = None,
    frameon: bool = True,
    FigureClass: type[Figure] = Figure,
    clear: bool = False,
    **kwargs: Any,
) -> Figure:
    """A new figure, or the one that has a number or a name; it becomes the current one."""
    options = {'figsize': figsize, 'dpi': dpi, 'facecolor': facecolor, 'edgecolor': edgecolor, **kwargs}
    return _pylab_helpers.figure(num, options, clear, FigureClass)


def gcf() -> Figure:
    """The current figure; a new one when there is none."""
    return _pylab_helpers.current()


def fignum_exists(num: Any) -> bool:
    """Whether a figure of a number or a name is open."""
    return _pylab_helpers.exists(num)


def get_fignums() -> list[int]:
    """The numbers of all open figures."""
    return _pylab_helpers.numbers()


def get_figlabels() -> list[Any]:
    """The names of all open figures."""
    return _pylab_helpers.labels()


def close(fig: Any = None) -> None:
    """Forgets figures without showing them."""
    _pylab_helpers.close(fig)


def clf() -> None:
    """Removes all axes of the current figure."""
    gcf().clear()


def show(*args: Any, **kwargs: Any) -> None:
    """Shows all figures in the panel and starts afresh."""
    _pylab_helpers.show_all()


def savefig(*args: Any, **kwargs: Any) -> None:
    """Draws the current figure into a file, or into an object that takes bytes."""
    gcf().savefig(*args, **kwargs)


def draw() -> None:
    """Has no effect: figures are drawn when they are complete."""


def pause(interval: float) -> None:
    """Has no effect: figures are shown when they are complete."""


def ion() -> None:
    """Says that drawing shows at once; figures are shown when they are complete all the same."""
    interactive(True)


def ioff() -> None:
    """Says that drawing does not show at once."""
    interactive(False)


def isinteractive() -> bool:
    """Whether drawing shows at once."""
    return is_interactive()


def switch_backend(newbackend: str) -> None:
    """Has no effect: figures go into the panel."""


def connect(s: str, func: Any) -> int:
    """Has no effect: nobody clicks on a figure while the exercise runs."""
    return 0


def figtext(x: float, y: float, s: Any, fontdict: Any = None, **kwargs: Any) -> Text:
    """Writes words at a point in parts of the figure."""
    return gcf().text(x, y, s, fontdict, **kwargs)


def figlegend(*args: Any, **kwargs: Any) -> Any:
    """Names what is drawn in all axes."""
    return gcf().legend(*args, **kwargs)


def suptitle(t: Any, **kwargs: Any) -> Text:
    """Sets the title of the whole figure."""
    return gcf().suptitle(t, **kwargs)


def tight_layout(*, pad: float = 1.08, h_pad: Any = None, w_pad: Any = None, rect: Any = None) -> None:
    """Lets the drawing make room for words."""
    gcf().tight_layout()


def subplots_adjust(**kwargs: Any) -> None:
    """Sets the edges of the grid of axes, and the room between its places."""
    gcf().subplots_adjust(**kwargs)


# ---------------------------------------------------------------- axes


def gca() -> Axes:
    """The current axes; new ones when there are none."""
    return gcf().gca()


def sca(ax: Axes) -> None:
    """Makes axes the current ones."""
    _pylab_helpers.activate(ax.figure)
    ax.figure.sca(ax)


def cla() -> None:
    """Removes everything from the current axes."""
    gca().cla()


def delaxes(ax: Axes | None = None) -> None:
    """Takes axes out of their figure."""
    (gca() if ax is None else ax).remove()


def axes(arg: Any = None, **kwargs: Any) -> Axes:
    """New axes in the current figure, at a corner with width and height or in its place."""
    if arg is None:
        return gcf().add_subplot(**kwargs)
    return gcf().add_axes(arg, **kwargs)


def subplot(*args: Any, **kwargs: Any) -> Axes:
    """Axes of a grid, by rows, columns and number; those that are there, else new ones."""
    owner = gcf()
    wanted = owner._spec(args)
    for known in owner.axes:
        if known.grid_place is not None and known.grid_place == wanted and not kwargs:
            return owner.sca(known)
    made = owner.add_subplot(*args, **kwargs)
    place = made.get_position()
    for other in [one for one in owner.axes if one is not made and one.twin_of is None]:
        box = other.get_position()
        beside = box.x0 >= place.x1 - 1e-9 or place.x0 >= box.x1 - 1e-9
        above = box.y0 >= place.y1 - 1e-9 or place.y0 >= box.y1 - 1e-9
        if not (beside or above):
            warn(
                'Auto-removal of overlapping axes is deprecated since 3.6 and will be '
                'removed two minor releases '
                'later; explicitly call ax.remove() as needed.',
                MatplotlibDeprecationWarning,
            )
            owner.delaxes(other)
    return made


def subplots(
    nrows: int = 1,
    ncols: int = 1,
    *,
    sharex: Any = False,
    sharey: Any = False,
    squeeze: bool = True,
    width_ratios: Any = None,
    height_ratios: Any = None,
    subplot_kw: Any = None,
    gridspec_kw: Any = None,
    **fig_kw: Any,
) -> Any:
    """A new figure with a grid of axes.

    Returns:
        The figure, and its axes: one, a vector, or a matrix.
    """
    made = figure(**fig_kw)
    return made, made.subplots(
        nrows,
        ncols,
        sharex=sharex,
        sharey=sharey,
        squeeze=squeeze,
        width_ratios=width_ratios,
        height_ratios=height_ratios,
        subplot_kw=subplot_kw,
        gridspec_kw=gridspec_kw,
    )


def subplot_mosaic(mosaic: Any, *, sharex: bool = False, sharey: bool = False, **kwargs: Any) -> Any:
    """A new figure with axes by name, at the places where a drawing of the grid has their name."""
    own = ('width_ratios', 'height_ratios', 'empty_sentinel', 'subplot_kw', 'gridspec_kw', 'per_subplot_kw')
    given = {name: kwargs.pop(name) for name in own if name in kwargs}
    made = figure(**kwargs)
    return made, made.subplot_mosaic(mosaic, sharex=sharex, sharey=sharey, **given)


def subplot2grid(
    shape: Any, loc: Any, rowspan: int = 1, colspan: int = 1, fig: Any = None, **kwargs: Any
) -> Axes:
    """New axes at a place of a grid, from one cell over several."""
    from .gridspec import GridSpec

    owner = gcf() if fig is None else fig
    grid = GridSpec(shape[0], shape[1], owner)
    grid.is_own = False
    return owner.add_subplot(grid[loc[0] : loc[0] + rowspan, loc[1] : loc[1] + colspan], **kwargs)


def twinx(ax: Axes | None = None) -> Axes:
    """Axes over others with the same abscissa."""
    return (gca() if ax is None else ax).twinx()


def twiny(ax: Axes | None = None) -> Axes:
    """Axes over others with the same ordinate."""
    return (gca() if ax is None else ax).twiny()


def box(on: bool | None = None) -> None:
    """Shows or hides the frame."""
    ax = gca()
    ax.set_frame_on(not ax.get_frame_on() if on is None else on)


def title(
    label: Any, fontdict: Any = None, loc: Any = None, pad: Any = None, *, y: Any = None, **kwargs: Any
) -> Text:
    """Sets the title."""
    return gca().set_title(label, fontdict, loc, pad, y=y, **kwargs)


def xlabel(
    xlabel: Any, fontdict: Any = None, labelpad: Any = None, *, loc: Any = None, **kwargs: Any
) -> Text:
    """Names the abscissa."""
    return gca().set_xlabel(xlabel, fontdict, labelpad, loc=loc, **kwargs)


def ylabel(
    ylabel: Any, fontdict: Any = None, labelpad: Any = None, *, loc: Any = None, **kwargs: Any
) -> Text:
    """Names the ordinate."""
    return gca().set_ylabel(ylabel, fontdict, labelpad, loc=loc, **kwargs)


def xlim(*args: Any, **kwargs: Any) -> tuple[float, float]:
    """Sets, or gives, the range of the abscissa."""
    ax = gca()
    return ax.set_xlim(*args, **kwargs) if args or kwargs else ax.get_xlim()


def ylim(*args: Any, **kwargs: Any) -> tuple[float, float]:
    """Sets, or gives, the range of the ordinate."""
    ax = gca()
    return ax.set_ylim(*args, **kwargs) if args or kwargs else ax.get_ylim()


def xscale(value: str, **kwargs: Any) -> None:
    """Makes the abscissa `linear`, `log` or `symlog`."""
    gca().set_xscale(value, **kwargs)


def yscale(value: str, **kwargs: Any) -> None:
    """Makes the ordinate `linear`, `log` or `symlog`."""
    gca().set_yscale(value, **kwargs)


def xticks(ticks: Any = None, labels: Any = None, *, minor: bool = False, **kwargs: Any) -> tuple[Any, Any]:
    """Sets, or gives, where the abscissa is marked, and with which words."""
    return _marks(gca().xaxis, ticks, labels, minor, kwargs)


def yticks(ticks: Any = None, labels: Any = None, *, minor: bool = False, **kwargs: Any) -> tuple[Any, Any]:
    """Sets, or gives, where the ordinate is marked, and with which words."""
    return _marks(gca().yaxis, ticks, labels, minor, kwargs)


def _marks(axis: Any, ticks: Any, labels: Any, minor: bool, options: dict[str, Any]) -> tuple[Any, Any]:
    if ticks is None and labels is not None:
        raise TypeError(f"{axis.axis_name}ticks(): Parameter 'labels' can't be set without setting 'ticks'")
    if ticks is not None:
        axis.set_ticks(ticks, minor=minor)
    if labels is not None:
        axis.set_ticklabels(labels, minor=minor, **options)
    else:
        axis.set_tick_look(options)
    return axis.get_ticklocs(minor=minor), axis.get_ticklabels(minor=minor)


# ---------------------------------------------------------------- colours


def gci() -> Any:
    """What was drawn last with a colour map in the current axes."""
    return next(
        (one._current_image for one in reversed(gcf()._current) if one._current_image is not None), None
    )


def sci(im: Any) -> None:
    """Says what was drawn last with a colour map."""
    gca()._current_image = im


def clim(vmin: Any = None, vmax: Any = None) -> None:
    """Sets the numbers at the ends of the colour map.

    Raises:
        RuntimeError: when nothing is drawn in colours.
    """
    shown = gci()
    if shown is None:
        raise RuntimeError('You must first define an image, e.g., with imshow')
    shown.set_clim(vmin, vmax)


def colorbar(mappable: Any = None, cax: Any = None, ax: Any = None, **kwargs: Any) -> Any:
    """Draws what colours stand for beside axes.

    Raises:
        RuntimeError: when nothing is drawn in colours.
    """
    shown = gci() if mappable is None else mappable
    if shown is None:
        raise RuntimeError(
            'No mappable was found to use for colorbar creation. First define a mappable '
            'such as an image (with '
            'imshow) or a contour set (with contourf).'
        )
    return gcf().colorbar(shown, cax=cax, ax=ax, **kwargs)


def get_cmap(name: Any = None, lut: int | None = None) -> Any:
    """A colour map by name."""
    from .cm import get_cmap as found

    return found(name, lut)


def set_cmap(cmap: Any) -> None:
    """Sets the colour map of what comes."""
    from .cm import find_cmap

    rcParams['image.cmap'] = find_cmap(cmap).name
    shown = gci()
    if shown is not None:
        shown.set_cmap(cmap)


def matshow(A: Any, fignum: Any = None, **kwargs: Any) -> Any:
    """Draws the values of a matrix as an image in a figure of its own."""
    sizes = A.shape if hasattr(A, 'shape') else (len(A), len(A[0]))
    size = None if fignum == 0 else figaspect(sizes[0] / sizes[1])
    owner = gcf() if fignum == 0 else figure(fignum, figsize=size)
    made = owner.add_axes([0.15, 0.09, 0.775, 0.775]).matshow(A, **kwargs)
    sci(made)
    return made


# ---------------------------------------------------------------- what axes do

_FORWARDED_TEXT = """
    annotate arrow autoscale axhline axhspan axis axline axvline axvspan bar bar_label barh boxplot
    broken_barh
    clabel contour contourf ecdf errorbar eventplot fill fill_between fill_betweenx grid hexbin hist hist2d
    hlines imshow legend locator_params loglog margins minorticks_off minorticks_on pcolor pcolormesh pie plot
    quiver quiverkey scatter semilogx semilogy spy stackplot stairs stem step streamplot table text
    tick_params
    ticklabel_format violinplot vlines
"""
_FORWARDED = _FORWARDED_TEXT.split()
"""Methods of axes that are functions too."""

_COLORED_TEXT = 'contour contourf hexbin hist2d imshow pcolor pcolormesh quiver scatter spy'
_COLORED = _COLORED_TEXT.split()
"""Those of them that may show numbers as colours."""


def _forwarded(name: str) -> Any:
    method = getattr(Axes, name)

    def call(*args: Any, **kwargs: Any) -> Any:
        try:
            made = getattr(gca(), name)(*args, **kwargs)
        except TypeError as error:
            message = str(error)
            if message.startswith(f'Axes.{name}()'):
                raise TypeError(message.removeprefix('Axes.')) from None
            raise
        if name in _COLORED:
            sci(made[-1] if name == 'hist2d' else made)
        return made

    call.__name__ = call.__qualname__ = name
    call.__doc__ = method.__doc__
    given = inspect.signature(method)
    call.__signature__ = given.replace(parameters=list(given.parameters.values())[1:])
    return call


globals().update({name: _forwarded(name) for name in _FORWARDED})

_LAZY = {
    'Arrow': 'patches',
    'Button': 'widgets',
    'Circle': 'patches',
    'FixedFormatter': 'ticker',
    'FixedLocator': 'ticker',
    'FormatStrFormatter': 'ticker',
    'FuncFormatter': 'ticker',
    'GridSpec': 'gridspec',
    'LinearLocator': 'ticker',
    'LogLocator': 'ticker',
    'MaxNLocator': 'ticker',
    'MultipleLocator': 'ticker',
    'Normalize': 'colors',
    'NullFormatter': 'ticker',
    'NullLocator': 'ticker',
    'ScalarFormatter': 'ticker',
    'SubplotSpec': 'gridspec',
    'cm': '',
    'colormaps': 'cm',
    'color_sequences': 'cm',
    'imread': '_pictures',
    'imsave': '_pictures',
    'mpl': '',
    'np': '',
    'style': '',
}
"""Names that are imported when they are first used."""


def _load(name: str) -> Any:
    if name in ('mpl', 'np'):
        return importlib.import_module('matplotlib' if name == 'mpl' else 'numpy')
    if name in ('cm', 'style'):
        return importlib.import_module(f'matplotlib.{name}')
    return getattr(importlib.import_module(f'matplotlib.{_LAZY[name]}'), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_LAZY])


def __getattr__(name: str) -> Any:
    if name in _LAZY:
        return _load(name)
    if not name.startswith('_'):
        from .cm import colormaps

        if name in colormaps:
            return _setter_of_map(name)
    from ._names import missing

    raise missing('matplotlib.pyplot', name)


def _setter_of_map(name: str) -> Any:
    def call() -> None:
        set_cmap(name)

    call.__name__ = call.__qualname__ = name
    return call


_NOT_EXPORTED = ('Any', 'MatplotlibDeprecationWarning', 'importlib', 'inspect', 'warn')
__all__ = [name for name in dir() if not name.startswith('_') and name not in _NOT_EXPORTED]
__all__ += [
    'Annotation',
    'Artist',
    'Line2D',
    'Polygon',
    'Rectangle',
    'Subplot',
    'cycler',
    'get_backend',
    'getp',
    'rc',
    'rcParams',
    'rcParamsDefault',
    'rc_context',
    'rcdefaults',
    'setp',
    'use',
]
