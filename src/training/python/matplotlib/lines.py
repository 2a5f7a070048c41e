"""Curves."""

import math
from typing import Any, ClassVar

from . import rcParams
from ._api import check_in_list
from .artist import Artist
from .colors import checked, color_of, to_rgba
from .values import array_of, as_list, numbers

__all__ = [
    'LINE_NAMES',
    'MARKERS',
    'Line2D',
    'checked_marker',
    'drawn_line',
    'drawn_marker',
    'lineStyles',
    'line_style',
    'straight_line',
]

LINE_NAMES = {
    '-': 'solid',
    '--': 'dashed',
    '-.': 'dashdot',
    ':': 'dotted',
    'None': '',
    ' ': '',
    '': '',
}
_STYLES = {
    'solid': '-',
    'dashed': '--',
    'dashdot': '-.',
    'dotted': ':',
    'none': 'None',
    ' ': 'None',
    '': 'None',
}
_KNOWN_STYLES = ('-', '--', '-.', ':', 'None', ' ', '', 'solid', 'dashed', 'dashdot', 'dotted')
MARKERS = '.,ov^<>12348spP*hH+xXDd|_'
_NO_MARKER = (None, '', ' ', 'None', 'none')
_UNSEEN = ','
"""A marker too small to be seen: what a format string says of a curve with neither line nor marker."""

lineStyles = {  # noqa: N816 - matplotlib's name
    '-': '_draw_solid',
    '--': '_draw_dashed',
    '-.': '_draw_dash_dot',
    ':': '_draw_dotted',
    'None': '_draw_nothing',
    ' ': '_draw_nothing',
    '': '_draw_nothing',
}


def line_style(value: Any) -> Any:
    """A style of lines by its short name; a tuple of offset and lengths as it is.

    Raises:
        ValueError: when it is none.
    """
    if isinstance(value, str):
        if value not in _STYLES and value not in _KNOWN_STYLES:
            check_in_list(_KNOWN_STYLES, ls=value)
        return _STYLES.get(value, value)
    if value is None:
        return rcParams['lines.linestyle']
    return value


def checked_marker(value: Any) -> Any:
    """A marker as it was given.

    Raises:
        ValueError: when it is none.
    """
    known = value in _NO_MARKER if isinstance(value, (str, type(None))) else True
    if known or (isinstance(value, str) and (value in MARKERS or (value[:1] == value[-1:] == '$'))):
        return value
    raise ValueError(f'Unrecognized marker style {value!r}')


def drawn_marker(marker: Any) -> str:
    """The letter that a marker is drawn as; empty for none."""
    if isinstance(marker, (str, type(None))) and marker in _NO_MARKER:
        return ''
    return marker if isinstance(marker, str) and len(marker) == 1 and marker in MARKERS else 'o'


def drawn_line(style: Any) -> str:
    """The short name that a line is drawn as; empty for none."""
    if isinstance(style, str):
        return '' if style == 'None' else style
    return '--' if style[1] else '-'


class Line2D(Artist):
    """A curve through points.

    Args:
        xdata, ydata: the points.
        linewidth: in points.
        linestyle: `-`, `--`, `-.`, `:` or none.
        color: of all of it.
        marker: of each point.
        kwargs: further properties.

    Raises:
        RuntimeError: unless both are sequences.
    """

    zorder = 2
    aliases: ClassVar[dict[str, str]] = {
        'aa': 'antialiased',
        'c': 'color',
        'ds': 'drawstyle',
        'ls': 'linestyle',
        'lw': 'linewidth',
        'mec': 'markeredgecolor',
        'mew': 'markeredgewidth',
        'mfc': 'markerfacecolor',
        'mfcalt': 'markerfacecoloralt',
        'ms': 'markersize',
    }
    plain: ClassVar[dict[str, Any]] = {
        **Artist.plain,
        'antialiased': True,
        'dash_capstyle': 'butt',
        'dash_joinstyle': 'round',
        'dashes': None,
        'fillstyle': 'full',
        'gapcolor': None,
        'markerfacecoloralt': 'none',
        'pickradius': 5,
        'solid_capstyle': 'projecting',
        'solid_joinstyle': 'round',
    }
    heights: Any
    """The third coordinate, of one or of each point; only in axes of three dimensions."""

    def __init__(
        self,
        xdata: Any,
        ydata: Any,
        *,
        linewidth: Any = None,
        linestyle: Any = None,
        color: Any = None,
        marker: Any = None,
        markersize: Any = None,
        **kwargs: Any,
    ) -> None:
        super().__init__()
        for name, data in (('xdata', xdata), ('ydata', ydata)):
            if not hasattr(data, '__len__'):
                raise RuntimeError(f'{name} must be a sequence')
        self._linewidth = float(rcParams['lines.linewidth'] if linewidth is None else linewidth)
        self._linestyle = line_style(linestyle)
        self._color = rcParams['lines.color'] if color is None else checked(color)
        self._marker = checked_marker(rcParams['lines.marker'] if marker is None else marker)
        self._markersize = float(rcParams['lines.markersize'] if markersize is None else markersize)
        self._edge: Any = None
        self._edge_width: float | None = None
        self._face: Any = None
        self._drawstyle = 'default'
        self._markevery: Any = None
        self.set_data(xdata, ydata)
        if kwargs:
            self.set(**kwargs)

    def __str__(self) -> str:
        if self._label:
            return f'Line2D({self._label})'
        if len(self._x) > 3:
            ends = [f'({x:g},{y:g})' for x, y in zip(self._x, self._y, strict=False)]
            return f'Line2D({ends[0]},{ends[1]},...,{ends[-1]})'
        return 'Line2D(' + ','.join(f'({x:g},{y:g})' for x, y in zip(self._x, self._y, strict=False)) + ')'

    # ------------------------------------------------------------ points

    def set_data(self, *args: Any) -> None:
        """Replaces the points."""
        x, y = args[0] if len(args) == 1 else args
        self.set_xdata(x)
        self.set_ydata(y)

    def set_xdata(self, x: Any) -> None:
        """Replaces the abscissae."""
        self._given_x, self._was_plotted = x, False
        self._x = self._converted('x', x)

    def set_ydata(self, y: Any) -> None:
        """Replaces the ordinates."""
        self._given_y, self._was_plotted = y, False
        self._y = self._converted('y', y)

    def _converted(self, axis: str, values: Any) -> list[float]:
        if self.axes is not None:
            values = getattr(self.axes, f'{axis}axis').convert_units(values)
        return numbers(values)

    def get_xdata(self, orig: bool = True) -> Any:
        """The abscissae; `orig=False`: as floats."""
        return self._given(self._given_x) if orig else array_of([float(v) for v in self._x])

    def get_ydata(self, orig: bool = True) -> Any:
        """The ordinates; `orig=False`: as floats."""
        return self._given(self._given_y) if orig else array_of([float(v) for v in self._y])

    def _given(self, values: Any) -> Any:
        if not self._was_plotted or hasattr(values, 'requires_grad'):
            return values
        listed = as_list(values)
        return listed if any(isinstance(item, str) for item in listed) else array_of(values)

    def get_data(self, orig: bool = True) -> tuple[Any, Any]:
        """Abscissae and ordinates."""
        return self.get_xdata(orig), self.get_ydata(orig)

    def get_xydata(self) -> Any:
        """A row for each point."""
        return array_of([[float(x), float(y)] for x, y in zip(self._x, self._y, strict=True)])

    # ------------------------------------------------------------ look

    def get_color(self) -> Any:
        """The colour."""
        return self._color

    def set_color(self, color: Any) -> None:
        """Sets the colour."""
        self._color = checked(color)

    def get_linewidth(self) -> float:
        """The width in points."""
        return self._linewidth

    def set_linewidth(self, w: Any) -> None:
        """Sets the width in points."""
        self._linewidth = float(rcParams['lines.linewidth'] if w is None else w)

    def get_linestyle(self) -> Any:
        """`-`, `--`, `-.`, `:` or `None`."""
        return self._linestyle if isinstance(self._linestyle, str) else '--'

    def set_linestyle(self, ls: Any) -> None:
        """Sets it."""
        self._linestyle = line_style(ls)

    def get_marker(self) -> Any:
        """The mark of each point."""
        return self._marker

    def set_marker(self, marker: Any) -> None:
        """Sets it."""
        self._marker = checked_marker(marker)

    def get_markersize(self) -> float:
        """The size of the marks in points."""
        return self._markersize

    def set_markersize(self, sz: Any) -> None:
        """Sets it."""
        self._markersize = float(sz)

    def get_markerfacecolor(self) -> Any:
        """The colour of the marks; of the curve unless set."""
        return self._color if self._face in (None, 'auto') else self._face

    def set_markerfacecolor(self, fc: Any) -> None:
        """Sets it."""
        self._face = checked(fc)

    def get_markeredgecolor(self) -> Any:
        """The colour of the edges of the marks; of the curve unless set."""
        return self._color if self._edge in (None, 'auto') else self._edge

    def set_markeredgecolor(self, ec: Any) -> None:
        """Sets it."""
        self._edge = checked(ec)

    def get_markeredgewidth(self) -> float:
        """The width of the edges of the marks in points."""
        return rcParams['lines.markeredgewidth'] if self._edge_width is None else self._edge_width

    def set_markeredgewidth(self, ew: Any) -> None:
        """Sets it."""
        self._edge_width = float(ew)

    def get_drawstyle(self) -> str:
        """`default`, or how it steps from point to point."""
        return self._drawstyle

    def set_drawstyle(self, drawstyle: str | None) -> None:
        """Sets it."""
        check_in_list(('default', 'steps-mid', 'steps-pre', 'steps-post', 'steps', None), drawstyle=drawstyle)
        self._drawstyle = drawstyle or 'default'

    def get_markevery(self) -> Any:
        """Which points are marked; None: all."""
        return self._markevery

    def set_markevery(self, every: Any) -> None:
        """Sets it."""
        self._markevery = every

    def is_dashed(self) -> bool:
        """Whether it has gaps."""
        return self.get_linestyle() in ('--', '-.', ':')

    # ------------------------------------------------------------ what axes ask

    across = ''
    """Along which axis it goes through all of the axes, `x` or `y`."""

    def data_points(self) -> tuple[list[float], list[float]]:
        if self.across:
            return ([], self._y) if self.across == 'x' else (self._x, [])
        pairs = [
            (x, y) for x, y in zip(self._x, self._y, strict=False) if not (math.isnan(x) or math.isnan(y))
        ]
        return [x for x, _ in pairs], [y for _, y in pairs]

    def as_series(self) -> list[dict[str, Any]]:
        x, y = _stepped(self._x, self._y, self._drawstyle)
        color = color_of(self._color)
        alpha = self._alpha if self._alpha is not None else color.alpha
        fields: dict[str, Any] = {'color': color.name, 'alpha': alpha, 'linewidth': self._linewidth}
        fields['format'] = (drawn_marker(self._marker) + drawn_line(self._linestyle)) or _UNSEEN
        if not isinstance(self._linestyle, str) and self._linestyle[1]:
            fields['dashes'] = [float(length) * self._linewidth for length in self._linestyle[1]]
        if drawn_marker(self._marker):
            fields |= self._marker_fields()
        found = self.series('line', x, y, fields)
        return [found | {self.across: ['-inf', 'inf']} if self.across else found]

    def _marker_fields(self) -> dict[str, Any]:
        fields: dict[str, Any] = {'markersize': self._markersize}
        if self._edge_width is not None:
            fields['markeredgewidth'] = float(self._edge_width)
        if isinstance(self._markevery, int):
            fields['markevery'] = self._markevery
        for name, value in (('markerfacecolor', self._face), ('markeredgecolor', self._edge)):
            if value not in (None, 'auto'):
                fields[name] = 'none' if _is_clear(value) else color_of(value).name
        return fields


def _is_clear(color: Any) -> bool:
    return to_rgba(color)[3] == 0


def _stepped(x: list[float], y: list[float], style: str) -> tuple[list[float], list[float]]:
    if not style.startswith('steps') or len(x) < 2:
        return x, y
    line_x, line_y = x[:1], y[:1]
    for i in range(1, len(x)):
        turn = {'post': x[i], 'mid': (x[i - 1] + x[i]) / 2}.get(style[6:], x[i - 1])
        line_x += [turn, turn, x[i]]
        line_y += [y[i - 1], y[i], y[i]]
    return line_x, line_y


def straight_line(across: str, place: Any, ends: tuple[float, float], options: dict[str, Any]) -> Line2D:
    """A straight line through all of the axes, along `x` or `y`."""
    at, span = [place, place], list(ends)
    made = Line2D(*((span, at) if across == 'x' else (at, span)), **options)
    made.across = across
    return made
