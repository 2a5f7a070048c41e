"""What part of the numbers axes show: set, or chosen from what is drawn."""

import math
from collections.abc import Iterable
from typing import Any

from matplotlib import rcParams
from matplotlib._api import warn
from matplotlib.artist import Artist
from matplotlib.axes._base import AxesBase
from matplotlib.values import as_list, numbers

__all__ = ['Extent', 'Limits']


class Extent:
    """The range that data takes along an axis, and its least number above zero."""

    def __init__(self) -> None:
        self.low, self.high, self.positive = math.inf, -math.inf, math.inf

    def take_in(self, values: Iterable[float]) -> None:
        """Widens it by further numbers; what is not finite does not count."""
        for value in values:
            if value - value != 0:
                continue
            self.low = min(self.low, value)
            self.high = max(self.high, value)
            if 0 < value < self.positive:
                self.positive = value


class Limits(AxesBase):
    """The methods of axes that have to do with ranges."""

    def _clear_limits(self) -> None:
        self._extents = {'x': Extent(), 'y': Extent()}
        self._margin = {name: rcParams[f'axes.{name}margin'] for name in 'xy'}
        self._stale = {'x': False, 'y': False}
        self._touched = {'x': False, 'y': False}
        self._tight = False
        self.use_sticky_edges = True

    def axis_of(self, name: str) -> Any:
        """The axis of a name."""
        return getattr(self, f'{name}axis')

    def take_in(self, artist: Artist, across: str = 'xy', quietly: bool = False) -> None:
        """Makes room for what was drawn."""
        for name, values in zip('xy', artist.data_points(), strict=True):
            if name in across:
                self._extents[name].take_in(values)
                if not quietly:
                    self._ask_for_limits(name)

    def _ask_for_limits(self, name: str) -> None:
        for axes in self.shared[name]:
            axes._stale[name] = True

    def update_datalim(self, xys: Any, updatex: bool = True, updatey: bool = True) -> None:
        """Makes room for points."""
        rows = [numbers(row) for row in as_list(xys)]
        for place, (name, wanted) in enumerate((('x', updatex), ('y', updatey))):
            if wanted:
                self._extents[name].take_in(row[place] for row in rows)

    def relim(self, visible_only: bool = False) -> None:
        """Looks anew at what is drawn."""
        for name in 'xy':
            self._extents[name] = Extent()
        for child in self._children:
            if child.get_visible() or not visible_only:
                for name, values in zip('xy', child.data_points(), strict=True):
                    self._extents[name].take_in(values)

    def data_interval(self, name: str) -> tuple[float, float]:
        """The range of the data along an axis."""
        return self._extents[name].low, self._extents[name].high

    def least_positive(self, name: str) -> float:
        """The least number above zero along an axis."""
        return min(axes._extents[name].positive for axes in self.shared[name])

    @property
    def dataLim(self) -> Any:  # noqa: N802 - matplotlib's name
        """The rectangle around the data."""
        from matplotlib.transforms import Bbox

        x, y = self._extents['x'], self._extents['y']
        return Bbox([[x.low, y.low], [x.high, y.high]])

    @property
    def viewLim(self) -> Any:  # noqa: N802
        """The rectangle that is shown."""
        from matplotlib.transforms import Bbox

        (x0, x1), (y0, y1) = self.get_xlim(), self.get_ylim()
        return Bbox([[x0, y0], [x1, y1]])

    # ------------------------------------------------------------ chosen

    def autoscale_view(self, tight: bool | None = None, scalex: bool = True, scaley: bool = True) -> None:
        """Chooses the ranges of axes that were not set."""
        if tight is not None:
            self._tight = bool(tight)
        for name, wanted in (('x', scalex), ('y', scaley)):
            if wanted and self.axis_of(name)._autoscale:
                self._choose(name)

    def _choose(self, name: str) -> None:
        axis = self.axis_of(name)
        known = [
            end
            for axes in self.shared[name]
            for end in (axes._extents[name].low, axes._extents[name].high)
            if math.isfinite(end)
        ]
        if not known and self._touched[name]:
            return
        low, high = (min(known), max(known)) if known else (-math.inf, math.inf)
        low, high = axis.major.locator.nonsingular(low, high)
        sticky = self._sticky(name, low, high)
        low, high = axis.scale.limit_range_for_scale(low, high, self.least_positive(name))
        low, high = self._with_margins(name, low, high)
        low = low if sticky[0] is None else max(low, sticky[0])
        high = high if sticky[1] is None else min(high, sticky[1])
        if not self._tight:
            low, high = axis.major.locator.view_limits(low, high)
        turned = axis._interval[1] < axis._interval[0]
        self._put(name, *((high, low) if turned else (low, high)))

    def _with_margins(self, name: str, low: float, high: float) -> tuple[float, float]:
        scale = self.axis_of(name).scale
        start, end = scale.forward(low), scale.forward(high)
        room = (end - start) * self._margin[name]
        if not room or not math.isfinite(room):
            return low, high
        return scale.backward(start - room), scale.backward(end + room)

    def _sticky(self, name: str, low: float, high: float) -> tuple[float | None, float | None]:
        if not self.use_sticky_edges or not self._margin[name]:
            return None, None
        places = sorted(
            place
            for axes in self.shared[name]
            for child in axes._children
            for place in getattr(child.sticky_edges, name)
            if place > 0 or self.axis_of(name).get_scale() != 'log'
        )
        near = 1e-5 * abs(high - low)
        below = [place for place in places if place < low + near]
        above = [place for place in places if place >= high - near]
        return (below[-1] if below else None), (above[0] if above else None)

    def autoscale(self, enable: bool | None = True, axis: str = 'both', tight: bool | None = None) -> None:
        """Lets ranges be chosen, or not."""
        for name in 'xy' if axis == 'both' else axis:
            if enable is not None:
                self.axis_of(name)._autoscale = bool(enable)
            if enable or enable is None:
                if tight:
                    self._margin[name] = 0
                self._ask_for_limits(name)
        if tight is not None:
            self._tight = tight

    def set_autoscale_on(self, b: bool) -> None:
        """Sets whether ranges are chosen."""
        self.xaxis._autoscale = self.yaxis._autoscale = bool(b)

    def get_autoscale_on(self) -> bool:
        """Whether both ranges are chosen."""
        return self.xaxis._autoscale and self.yaxis._autoscale

    def set_autoscalex_on(self, b: bool) -> None:
        """Sets whether the range of the abscissa is chosen."""
        self.xaxis._autoscale = bool(b)

    def set_autoscaley_on(self, b: bool) -> None:
        """Sets whether the range of the ordinate is chosen."""
        self.yaxis._autoscale = bool(b)

    def get_autoscalex_on(self) -> bool:
        """Whether the range of the abscissa is chosen."""
        return self.xaxis._autoscale

    def get_autoscaley_on(self) -> bool:
        """Whether the range of the ordinate is chosen."""
        return self.yaxis._autoscale

    def margins(self, *margins: float, x: Any = None, y: Any = None, tight: bool | None = True) -> Any:
        """Sets, or gives, the room around the data, as parts of its range.

        Raises:
            TypeError: for more than two positional margins, or for keywords besides them.
        """
        if margins and (x is not None or y is not None):
            raise TypeError('Cannot pass both positional and keyword arguments for x and/or y.')
        if len(margins) > 2:
            raise TypeError(
                'Must pass a single positional argument for all margins, or one for each margin (x, y).'
            )
        if margins:
            x, y = margins[0], margins[-1]
        if x is None and y is None:
            return self._margin['x'], self._margin['y']
        if tight is not None:
            self._tight = tight
        for name, value in (('x', x), ('y', y)):
            if value is not None:
                self._set_margin(name, value)
        return None

    def _set_margin(self, name: str, value: float) -> None:
        if value <= -0.5:
            raise ValueError('margin must be greater than -0.5')
        self._margin[name] = value
        self._ask_for_limits(name)

    def set_xmargin(self, m: float) -> None:
        """Sets the room along the abscissa."""
        self._set_margin('x', m)

    def set_ymargin(self, m: float) -> None:
        """Sets the room along the ordinate."""
        self._set_margin('y', m)

    def get_xmargin(self) -> float:
        """The room along the abscissa."""
        return self._margin['x']

    def get_ymargin(self) -> float:
        """The room along the ordinate."""
        return self._margin['y']

    # ------------------------------------------------------------ set and read

    def _range(self, name: str) -> tuple[float, float]:
        if self._stale[name]:
            self._stale[name] = False
            if self.axis_of(name)._autoscale:
                self._choose(name)
        return self.axis_of(name)._interval

    def _put(self, name: str, low: float, high: float) -> None:
        for axes in self.shared[name]:
            axes.axis_of(name).set_view_interval(low, high)
            axes._stale[name] = False
            axes._touched[name] = True

    def limit(self, name: str, low: Any, high: Any, auto: bool | None = False) -> tuple[float, float]:
        """Sets a range; None leaves an end as it is."""
        if high is None and hasattr(low, '__len__'):
            low, high = low
        axis = self.axis_of(name)
        low, high = (self._end(name, end) for end in (low, high))
        old = self._range(name) if None in (low, high) or axis.get_scale() == 'log' else (0.0, 1.0)
        low, high = (known if end is None else end for end, known in zip((low, high), old, strict=True))
        if axis.get_scale() == 'log':
            low, high = (
                self._positive(name, end, known) for end, known in zip((low, high), old, strict=True)
            )
        if low == high:
            warn(
                f'Attempting to set identical low and high {name}lims makes transformation singular; '
                'automatically expanding.'
            )
        turned = low > high
        low, high = axis.major.locator.nonsingular(low, high)
        low, high = axis.scale.limit_range_for_scale(low, high, self.least_positive(name))
        low, high = sorted((low, high), reverse=turned)
        self._put(name, low, high)
        if auto is not None:
            for axes in self.shared[name]:
                axes.axis_of(name)._autoscale = bool(auto)
        return axis._interval

    def _end(self, name: str, value: Any) -> float | None:
        if value is None:
            return None
        number = float(self.axis_of(name).convert_units(value))
        if not math.isfinite(number):
            raise ValueError('Axis limits cannot be NaN or Inf')
        return number

    def _positive(self, name: str, value: float, known: float) -> float:
        if value > 0:
            return value
        warn(f'Attempt to set non-positive {name}lim on a log-scaled axis will be ignored.')
        return known

    def get_xlim(self) -> tuple[float, float]:
        """The range of the abscissa."""
        return self._range('x')

    def get_ylim(self) -> tuple[float, float]:
        """The range of the ordinate."""
        return self._range('y')

    def set_xlim(
        self,
        left: Any = None,
        right: Any = None,
        *,
        emit: bool = True,
        auto: Any = False,
        xmin: Any = None,
        xmax: Any = None,
    ) -> tuple[float, float]:
        """Sets the range of the abscissa."""
        left, right = _one_of('left', left, 'xmin', xmin), _one_of('right', right, 'xmax', xmax)
        return self.limit('x', left, right, auto)

    def set_ylim(
        self,
        bottom: Any = None,
        top: Any = None,
        *,
        emit: bool = True,
        auto: Any = False,
        ymin: Any = None,
        ymax: Any = None,
    ) -> tuple[float, float]:
        """Sets the range of the ordinate."""
        bottom, top = _one_of('bottom', bottom, 'ymin', ymin), _one_of('top', top, 'ymax', ymax)
        return self.limit('y', bottom, top, auto)

    def get_xbound(self) -> tuple[float, float]:
        """Least and greatest abscissa that are shown."""
        low, high = sorted(self.get_xlim())
        return low, high

    def get_ybound(self) -> tuple[float, float]:
        """Least and greatest ordinate that are shown."""
        low, high = sorted(self.get_ylim())
        return low, high

    def set_xbound(self, lower: Any = None, upper: Any = None) -> None:
        """Sets the range of the abscissa, which keeps its direction."""
        self._bound('x', lower, upper)

    def set_ybound(self, lower: Any = None, upper: Any = None) -> None:
        """Sets the range of the ordinate, which keeps its direction."""
        self._bound('y', lower, upper)

    def _bound(self, name: str, lower: Any, upper: Any) -> None:
        if upper is None and hasattr(lower, '__len__'):
            lower, upper = lower
        known = self._range(name)
        low, high = sorted(known)
        ends = sorted(
            (low if lower is None else lower, high if upper is None else upper), reverse=known[0] > known[1]
        )
        self.limit(name, *ends, auto=None)

    def invert_xaxis(self) -> None:
        """Lets the abscissa run the other way."""
        self.xaxis.set_inverted(not self.xaxis.get_inverted())

    def invert_yaxis(self) -> None:
        """Lets the ordinate run the other way."""
        self.yaxis.set_inverted(not self.yaxis.get_inverted())

    def xaxis_inverted(self) -> bool:
        """Whether the abscissa runs from large to small."""
        return self.xaxis.get_inverted()

    def yaxis_inverted(self) -> bool:
        """Whether the ordinate runs from large to small."""
        return self.yaxis.get_inverted()


def _one_of(name: str, value: Any, other_name: str, other: Any) -> Any:
    if other is None:
        return value
    if value is not None:
        raise TypeError(f'Cannot pass both {name!r} and {other_name!r}')
    return other
