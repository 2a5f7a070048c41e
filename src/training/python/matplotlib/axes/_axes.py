"""One system of coordinates."""

from typing import Any

from matplotlib import rcParams
from matplotlib._prop_cycle import PropertyCycle
from matplotlib.artist import Artist
from matplotlib.axes._areas import Areas
from matplotlib.axes._bars import Bars
from matplotlib.axes._grids import Grids
from matplotlib.axes._labels import Labels
from matplotlib.axes._limits import Limits
from matplotlib.axes._lines import Lines
from matplotlib.axes._points import Points
from matplotlib.axes._sending import Sending
from matplotlib.axes._statistics import Statistics
from matplotlib.axes._views import Views
from matplotlib.axes._words import Words
from matplotlib.axis import XAxis, YAxis
from matplotlib.patches import Rectangle
from matplotlib.spines import Spine, Spines
from matplotlib.text import Text
from matplotlib.transforms import Bbox

__all__ = ['Axes', 'Callbacks']

_SIDES = ('left', 'right', 'bottom', 'top')


class Callbacks:
    """Functions that would be called when ranges change; nobody changes them here but the exercise."""

    def connect(self, signal: str, func: Any) -> int:
        """Has no effect."""
        return 0

    def disconnect(self, cid: int) -> None:
        """Has no effect."""

    def process(self, s: str, *args: Any, **kwargs: Any) -> None:
        """Has no effect."""


class Axes(Lines, Points, Bars, Areas, Statistics, Grids, Words, Labels, Limits, Views, Sending):
    """One system of coordinates.

    Args:
        figure: it belongs to.
        place: where it is, as parts of the figure: a rectangle, or a corner with width and height.
        sharex, sharey: axes whose range is the same.
        kwargs: properties: `title`, `xlim`, `facecolor`, …
    """

    name = 'rectilinear'

    def __init__(
        self,
        figure: Any,
        place: Any = (0.0, 0.0, 1.0, 1.0),
        *,
        sharex: Any = None,
        sharey: Any = None,
        **kwargs: Any,
    ) -> None:
        Artist.__init__(self)
        self.figure = figure
        self.place = place if isinstance(place, Bbox) else Bbox.from_bounds(*place)
        self.grid_place: Any = None
        self.twin_of: Any = None
        self.inset_in: Any = None
        self.colorbar_of: Any = None
        self._aspect_applied = False
        self.shared = {'x': [self], 'y': [self]}
        self.callbacks = Callbacks()
        self._children: list[Artist] = []
        self._clear_limits()
        self.xaxis, self.yaxis = XAxis(self), YAxis(self)
        self._start()
        if sharex is not None:
            self._share('x', sharex)
        if sharey is not None:
            self._share('y', sharey)
        if kwargs:
            self.set(**kwargs)

    def _start(self) -> None:
        self._children = []
        self.containers: list[Any] = []
        self.child_axes: list[Any] = []
        self.legend_: Any = None
        self.line_cycle, self.patch_cycle = PropertyCycle(), PropertyCycle()
        self._clear_limits()
        self.titles = {
            place: self._make_title(x, place) for place, x in (('left', 0.0), ('center', 0.5), ('right', 1.0))
        }
        self.spines = Spines({side: Spine(self, side) for side in _SIDES})
        self.patch = Rectangle((0, 0), 1, 1, facecolor=rcParams['axes.facecolor'])
        self.axison = True
        self._frame_on = True
        self._aspect: Any = 'auto'
        self._adjustable = 'box'
        self._box_aspect: Any = None
        self._axisbelow: Any = rcParams['axes.axisbelow']
        self._current_image: Any = None
        self.note = ''
        self.left_out: list[str] = []

    def _make_title(self, x: float, place: str) -> Text:
        title = Text(x, 1.0, '', fontsize=rcParams['axes.titlesize'], fontweight=rcParams['axes.titleweight'])
        title._ha, title._va = place, 'baseline'
        return title

    def __str__(self) -> str:
        box = self.place
        return f'{type(self).__name__}({box.x0:g},{box.y0:g};{box.width:g}x{box.height:g})'

    def __repr__(self) -> str:
        label = self._label if self._label and not str(self._label).startswith('_') else ''
        parts = [f'label={label!r}'] if label else []
        titles = {
            place: self.get_title(place) for place in ('left', 'center', 'right') if self.get_title(place)
        }
        parts += [f'title={titles!r}'] if titles else []
        parts += [
            f'{name}label={text!r}'
            for name, text in (('x', self.get_xlabel()), ('y', self.get_ylabel()))
            if text
        ]
        return f'<{type(self).__name__}: {", ".join(parts)}>'

    def cla(self) -> None:
        """Removes everything."""
        self._start()
        self.xaxis.clear()
        self.yaxis.clear()
        for name in 'xy':
            others = [axes for axes in self.shared[name] if axes is not self]
            if others:
                self._share(name, others[0])

    clear = cla

    def _missing(self, name: str) -> AttributeError:
        from matplotlib._names import missing_member

        return missing_member(type(self), name, 'matplotlib.axes.Axes')


def _own_names() -> None:
    """Lets the errors of Python name the methods as matplotlib's are called."""
    for part in Axes.__mro__[1:]:
        if part.__module__.startswith('matplotlib.axes'):
            for name, member in vars(part).items():
                if callable(member) and hasattr(member, '__qualname__'):
                    member.__qualname__ = (
                        f'{"_AxesBase" if part in (Labels, Limits, Views) else "Axes"}.{name}'
                    )


_own_names()
