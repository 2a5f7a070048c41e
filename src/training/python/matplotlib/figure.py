"""Figures: several axes together."""

import math
from typing import Any, ClassVar

from . import rcParams
from ._api import normalized
from ._axes_grid import squeezed
from .artist import Artist
from .axes import Axes
from .colors import checked, to_rgba
from .gridspec import GridSpec, SubplotParams, SubplotSpec
from .legend import Legend, entries
from .patches import Rectangle
from .text import Text
from .transforms import Bbox, Transform

__all__ = ['Canvas', 'Figure', 'figaspect']

_PROJECTIONS = ('aitoff', 'hammer', 'lambert', 'mollweide', 'polar')


class Canvas:
    """What a figure would be drawn on."""

    def __init__(self, figure: 'Figure') -> None:
        self.figure = figure
        self.manager = None

    def draw(self) -> None:
        """Works out what drawing would; the figure is drawn when it is complete."""
        for axes in self.figure.axes:
            axes.apply_aspect()
            axes.xaxis.draw()
            axes.yaxis.draw()

    draw_idle = flush_events = draw

    def mpl_connect(self, s: str, func: Any) -> int:
        """Has no effect: nobody clicks on a figure while the exercise runs."""
        return 0

    def mpl_disconnect(self, cid: int) -> None:
        """Has no effect."""

    def get_width_height(self) -> tuple[int, int]:
        """The size in pixels."""
        width, height = self.figure.bbox.width, self.figure.bbox.height
        return int(width), int(height)

    def print_figure(self, filename: Any, **kwargs: Any) -> None:
        """Draws the figure into a file."""
        self.figure.savefig(filename, **kwargs)

    print_png = print_figure

    def set_window_title(self, title: str) -> None:
        """Has no effect."""


class Figure(Artist):
    """Axes that are shown together.

    Args:
        figsize: width and height in inches.
        dpi: pixels to an inch.
        facecolor, edgecolor: behind everything.
        layout, constrained_layout, tight_layout: of no effect: the drawing makes room for words.
        kwargs: further properties.
    """

    plain: ClassVar[dict[str, Any]] = {**Artist.plain, 'constrained_layout': False, 'layout_engine': None}
    _shown = 0

    def __init__(
        self,
        figsize: Any = None,
        dpi: Any = None,
        *,
        facecolor: Any = None,
        edgecolor: Any = None,
        linewidth: float = 0.0,
        frameon: Any = None,
        subplotpars: Any = None,
        tight_layout: Any = None,
        constrained_layout: Any = None,
        layout: Any = None,
        **kwargs: Any,
    ) -> None:
        super().__init__()
        width, height = rcParams['figure.figsize'] if figsize is None else [*figsize]
        self._size = [float(width), float(height)]
        self._dpi = rcParams['figure.dpi'] if dpi is None else dpi
        self.patch = Rectangle(
            (0, 0), 1, 1, facecolor=rcParams['figure.facecolor'] if facecolor is None else facecolor
        )
        self.figure = self
        self.subplotpars = SubplotParams() if subplotpars is None else subplotpars
        self.canvas = Canvas(self)
        self.number: Any = None
        self._tight = bool(
            layout not in (None, 'none')
            or tight_layout
            or constrained_layout
            or rcParams['figure.autolayout']
            or rcParams['figure.constrained_layout.use']
        )
        self.clear()
        if kwargs:
            self.set(**kwargs)

    def clear(self, keep_observers: bool = False) -> None:
        """Removes everything."""
        self.axes: list[Axes] = []
        self._current: list[Axes] = []
        self._title: Text | None = None
        self._names: dict[str, Text] = {}
        self.texts: list[Text] = []
        self.lines: list[Any] = []
        self.patches: list[Any] = []
        self.legends: list[Legend] = []
        self.left_out: list[str] = []

    clf = clear

    def __str__(self) -> str:
        width, height = (self._size[0] * self._dpi, self._size[1] * self._dpi)
        return f'{type(self).__name__}({width:g}x{height:g})'

    def __repr__(self) -> str:
        width, height = (self._size[0] * self._dpi, self._size[1] * self._dpi)
        return f'<{type(self).__name__} size {width:g}x{height:g} with {len(self.axes)} Axes>'

    # ------------------------------------------------------------ size and look

    def get_size_inches(self) -> Any:
        """Width and height in inches."""
        import numpy as np

        return np.array(self._size)

    def set_size_inches(self, w: Any, h: Any = None, forward: bool = True) -> None:
        """Sets width and height in inches.

        Raises:
            ValueError: for a size that is negative or not finite.
        """
        width, height = w if h is None else (w, h)
        if not (math.isfinite(width) and math.isfinite(height)) or min(width, height) < 0:
            raise ValueError(f'figure size must be positive finite not ({width}, {height})')
        self._size = [float(width), float(height)]

    def get_figwidth(self) -> float:
        """The width in inches."""
        return self._size[0]

    def get_figheight(self) -> float:
        """The height in inches."""
        return self._size[1]

    def set_figwidth(self, val: float, forward: bool = True) -> None:
        """Sets the width in inches."""
        self._size[0] = float(val)

    def set_figheight(self, val: float, forward: bool = True) -> None:
        """Sets the height in inches."""
        self._size[1] = float(val)

    def get_dpi(self) -> float:
        """Pixels to an inch."""
        return self._dpi

    def set_dpi(self, val: float) -> None:
        """Sets them."""
        self._dpi = val

    dpi = property(get_dpi, set_dpi)

    def get_facecolor(self) -> Any:
        """The colour behind everything."""
        return self.patch.get_facecolor()

    def set_facecolor(self, color: Any) -> None:
        """Sets it."""
        self.patch.set_facecolor(color)

    def get_edgecolor(self) -> Any:
        """The colour of the frame."""
        return to_rgba(rcParams['figure.edgecolor'])

    def set_edgecolor(self, color: Any) -> None:
        """Has no effect: there is no frame."""
        checked(color)

    @property
    def bbox(self) -> Bbox:
        """The figure in pixels."""
        return Bbox([[0, 0], [self._size[0] * self._dpi, self._size[1] * self._dpi]])

    @property
    def transFigure(self) -> Transform:  # noqa: N802 - matplotlib's name
        """From parts of the figure to pixels."""
        width, height = self._size[0] * self._dpi, self._size[1] * self._dpi
        return Transform(lambda x, y: (x * width, y * height), lambda x, y: (x / width, y / height), 'figure')

    @property
    def dpi_scale_trans(self) -> Transform:
        """From inches to pixels."""
        return Transform(
            lambda x, y: (x * self._dpi, y * self._dpi), lambda x, y: (x / self._dpi, y / self._dpi)
        )

    # ------------------------------------------------------------ axes

    def gca(self) -> Axes:
        """The current axes; new ones when there are none."""
        return self._current[-1] if self._current else self.add_subplot()

    def sca(self, a: Axes) -> Axes:
        """Makes axes the current ones."""
        if a in self._current:
            self._current.remove(a)
        self._current.append(a)
        return a

    def get_axes(self) -> list[Axes]:
        """All axes."""
        return list(self.axes)

    def _make(self, place: Any, options: dict[str, Any]) -> Any:
        given = normalized(options, {})
        projection = given.pop('projection', None)
        if given.pop('polar', False):
            projection = 'polar'
        label = given.pop('label', '')
        kind: Any = Axes
        if projection == '3d':
            from mpl_toolkits.mplot3d.axes3d import Axes3D as kind  # noqa: N813
        elif projection in _PROJECTIONS:
            raise NotImplementedError(
                f'D2L Exercises does not support add_subplot(projection={projection!r})'
            )
        elif projection not in (None, 'rectilinear'):
            raise ValueError(f'Unknown projection {projection!r}')
        made = kind(self, place, **given)
        made._label = label
        return self._take(made)

    def _take(self, axes: Any) -> Any:
        self.axes.append(axes)
        self.sca(axes)
        return axes

    def add_subplot(self, *args: Any, **kwargs: Any) -> Any:
        """New axes, at a place of a grid: rows, columns and number, or a `SubplotSpec`.

        Raises:
            TypeError: when another `figure` is given.
        """
        if 'figure' in kwargs:
            raise TypeError("add_subplot() got an unexpected keyword argument 'figure'")
        if len(args) == 1 and isinstance(args[0], Axes):
            return self._take(args[0])
        spec = self._spec(args)
        made = self._make(spec.get_position(self), kwargs)
        made.grid_place = spec
        return made

    def _spec(self, args: tuple[Any, ...]) -> SubplotSpec:
        if not args:
            return GridSpec(1, 1, self)[0]
        if len(args) == 1 and isinstance(args[0], SubplotSpec):
            return args[0]
        if len(args) == 1:
            number = args[0]
            if not (isinstance(number, int) and 100 <= number <= 999):
                raise ValueError(f'Single argument to subplot must be a three-digit integer, not {number!r}')
            args = tuple(int(digit) for digit in str(number))
        if len(args) != 3:
            raise TypeError(f'subplot() takes 1 or 3 positional arguments but {len(args)} were given')
        return self._numbered(*args)

    def _numbered(self, rows: int, columns: int, number: Any) -> SubplotSpec:
        grid = GridSpec(int(rows), int(columns), self)
        grid.is_own = False
        if isinstance(number, tuple):
            first, last = number
            return SubplotSpec(grid, first - 1, last - 1)
        if not 1 <= number <= rows * columns:
            raise ValueError(f'num must be an integer with 1 <= num <= {rows * columns}, not {number!r}')
        return SubplotSpec(grid, int(number) - 1)

    def add_axes(self, *args: Any, **kwargs: Any) -> Any:
        """New axes, at a corner with width and height in parts of the figure.

        Raises:
            TypeError: without a place.
            ValueError: for a place that is not finite.
        """
        if not args and 'rect' not in kwargs:
            raise TypeError("add_axes() missing 1 required positional argument: 'rect'")
        place = args[0] if args else kwargs.pop('rect')
        if isinstance(place, Axes):
            return self._take(place)
        numbers = list(place.bounds) if isinstance(place, Bbox) else [float(v) for v in place]
        if not all(map(math.isfinite, numbers)):
            raise ValueError(f'all entries in rect must be finite not {place}')
        return self._make(numbers, kwargs)

    def delaxes(self, ax: Axes) -> None:
        """Takes axes out."""
        self.axes.remove(ax)
        self._current.remove(ax)

    def add_gridspec(self, nrows: int = 1, ncols: int = 1, **kwargs: Any) -> GridSpec:
        """A grid of places."""
        return GridSpec(nrows, ncols, self, **kwargs)

    def subplots(
        self,
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
    ) -> Any:
        """Axes in a grid: one, a vector, or a matrix."""
        given = dict(gridspec_kw or {})
        for name, value in (('width_ratios', width_ratios), ('height_ratios', height_ratios)):
            if value is not None:
                given[name] = value
        return self.fill_grid(GridSpec(nrows, ncols, self, **given), sharex, sharey, squeeze, subplot_kw)

    def fill_grid(self, grid: GridSpec, sharex: Any, sharey: Any, squeeze: bool, options: Any) -> Any:
        """Axes at all places of a grid."""
        from ._shared_axes import hide_inner_labels, shared_with

        rows: list[list[Any]] = [[None] * grid.ncols for _ in range(grid.nrows)]
        for i in range(grid.nrows):
            for j in range(grid.ncols):
                shared = {
                    f'share{name}': shared_with(rows, how, i, j)
                    for name, how in (('x', sharex), ('y', sharey))
                }
                given = {
                    **(options or {}),
                    **{name: axes for name, axes in shared.items() if axes is not None},
                }
                rows[i][j] = self.add_subplot(grid[i, j], **given)
        hide_inner_labels(rows, sharex, sharey)
        return squeezed(rows, squeeze)

    def subplot_mosaic(self, mosaic: Any, **kwargs: Any) -> dict[Any, Any]:
        """Axes by name, at the places where a drawing of the grid has their name."""
        from ._mosaic import fill_mosaic

        return fill_mosaic(self, mosaic, kwargs)

    # ------------------------------------------------------------ words

    def suptitle(self, t: Any, **kwargs: Any) -> Text:
        """Sets the title of the whole figure."""
        if self._title is None:
            self._title = Text(0.5, 0.98, '', fontsize=rcParams['figure.titlesize'])
            self._title._ha, self._title._va = 'center', 'top'
        self._title.set_text(t)
        self._title.update({name: value for name, value in kwargs.items() if name not in ('x', 'y')})
        return self._title

    def get_suptitle(self) -> str:
        """The title of the whole figure."""
        return '' if self._title is None else self._title.get_text()

    def supxlabel(self, t: Any, **kwargs: Any) -> Text:
        """Names the abscissae of the whole figure."""
        self._names['x'] = Text(0.5, 0.01, t)
        return self._names['x']

    def supylabel(self, t: Any, **kwargs: Any) -> Text:
        """Names the ordinates of the whole figure."""
        self._names['y'] = Text(0.02, 0.5, t)
        return self._names['y']

    def text(self, x: float, y: float, s: Any, fontdict: Any = None, **kwargs: Any) -> Text:
        """Writes words at a point in parts of the figure; they are not drawn."""
        made = Text(x, y, s, **{**(fontdict or {}), **kwargs})
        self.texts.append(made)
        self.left_out.append('words outside of axes')
        return made

    def legend(self, *args: Any, **kwargs: Any) -> Legend:
        """Names what is drawn in all axes."""
        handles, labels = entries(self.axes, args, kwargs)
        made = Legend(self, handles, labels, **kwargs)
        self.legends.append(made)
        return made

    def colorbar(
        self, mappable: Any, cax: Any = None, ax: Any = None, use_gridspec: bool = True, **kwargs: Any
    ) -> Any:
        """Draws what colours stand for beside axes."""
        from ._colorbars import add_colorbar

        return add_colorbar(self, mappable, cax, ax, kwargs)

    # ------------------------------------------------------------ layout

    def tight_layout(
        self, *, pad: float = 1.08, h_pad: Any = None, w_pad: Any = None, rect: Any = None
    ) -> None:
        """Lets the drawing make room for words."""
        self._tight = True

    def is_tight(self) -> bool:
        """Whether the drawing makes room for words, or axes stand where they were put."""
        return self._tight

    def subplots_adjust(self, **kwargs: Any) -> None:
        """Sets the edges of the grid, and the room between its places."""
        self.subplotpars.update(**kwargs)
        for axes in self.axes:
            if axes.grid_place is not None:
                axes.place = axes.grid_place.get_position(self)

    def set_tight_layout(self, tight: Any) -> None:
        """Has no effect: the drawing makes room for words."""

    def get_tight_layout(self) -> bool:
        """Whether room is made for words."""
        return False

    def autofmt_xdate(
        self, bottom: float = 0.2, rotation: float = 30, ha: str = 'right', which: str = 'major'
    ) -> None:
        """Turns the words of abscissae."""
        for axes in self.axes:
            axes.xaxis.set_tick_look({'rotation': rotation, 'horizontalalignment': ha})

    def align_labels(self, axs: Any = None) -> None:
        """Has no effect."""

    align_xlabels = align_ylabels = align_labels

    def add_artist(self, artist: Any, clip: bool = False) -> Any:
        """Takes in what stands outside of axes, which is not drawn."""
        self.left_out.append('what stands outside of axes')
        return artist

    def get_children(self) -> list[Any]:
        """Everything that it consists of."""
        own = [self.patch, *self.axes, *self.texts, *self.legends]
        return own if self._title is None else [*own, self._title]

    # ------------------------------------------------------------ showing

    def show(self, warn: bool = True) -> None:
        """Shows all axes in the panel."""
        self.send()

    def send(self) -> None:
        """Shows all axes in the panel."""
        from ._visible_axes import shown_axes

        Figure._shown += 1
        for axes, subplot in shown_axes(self, Figure._shown):
            axes.send(subplot)

    def savefig(self, fname: Any, *, transparent: Any = None, **kwargs: Any) -> None:
        """Draws the figure into a file, or into an object that takes bytes."""
        from ._savefig import save

        save(self, fname, {'transparent': transparent, **kwargs})

    def _missing(self, name: str) -> AttributeError:
        from ._names import missing_member

        return missing_member(type(self), name)


def figaspect(arg: Any) -> Any:
    """Width and height in inches for a ratio of height to width."""
    import numpy as np

    ratio = arg.shape[0] / arg.shape[1] if hasattr(arg, 'shape') else float(arg)
    height = rcParams['figure.figsize'][1]
    return np.array([height / ratio, height])
