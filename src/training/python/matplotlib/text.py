"""Words in figures."""

from typing import Any, ClassVar

from . import rcParams
from ._api import check_in_list
from .artist import Artist, in_data
from .colors import checked, color_of

__all__ = ['Annotation', 'Text', 'points_of']

_SIZES = {
    'xx-small': 0.579,
    'x-small': 0.694,
    'small': 0.833,
    'medium': 1.0,
    'large': 1.2,
    'x-large': 1.44,
    'xx-large': 1.728,
    'larger': 1.2,
    'smaller': 0.833,
}
_HORIZONTAL = ('center', 'right', 'left')
_VERTICAL = ('top', 'bottom', 'center', 'baseline', 'center_baseline')


def points_of(size: Any) -> float:
    """A size of letters in points."""
    if size is None:
        return float(rcParams['font.size'])
    return _SIZES[size] * rcParams['font.size'] if isinstance(size, str) else float(size)


class Text(Artist):
    """Words at a point.

    Args:
        x, y: the point.
        text: the words.
        kwargs: properties: `color`, `fontsize`, `ha`, `va`, `rotation`, …
    """

    zorder = 3
    heights: float
    """The third coordinate; only in axes of three dimensions."""
    aliases: ClassVar[dict[str, str]] = {
        'c': 'color',
        'family': 'fontfamily',
        'font': 'fontproperties',
        'font_properties': 'fontproperties',
        'fontname': 'fontfamily',
        'ha': 'horizontalalignment',
        'ma': 'multialignment',
        'name': 'fontfamily',
        'size': 'fontsize',
        'stretch': 'fontstretch',
        'style': 'fontstyle',
        'va': 'verticalalignment',
        'variant': 'fontvariant',
        'weight': 'fontweight',
    }
    plain: ClassVar[dict[str, Any]] = {
        **Artist.plain,
        'backgroundcolor': None,
        'fontfamily': ['sans-serif'],
        'fontproperties': None,
        'fontstretch': 'normal',
        'fontstyle': 'normal',
        'fontvariant': 'normal',
        'fontweight': 'normal',
        'linespacing': 1.2,
        'math_fontfamily': 'dejavusans',
        'multialignment': None,
        'parse_math': True,
        'rotation_mode': None,
        'transform_rotates_text': False,
        'usetex': False,
        'wrap': False,
        'bbox': None,
    }

    def __init__(self, x: float = 0, y: float = 0, text: Any = '', **kwargs: Any) -> None:
        super().__init__()
        self._x, self._y = x, y
        self._text = ''
        self._color: Any = rcParams['text.color']
        self._ha, self._va = 'left', 'baseline'
        self._size = points_of(None)
        self._rotation: Any = 0.0
        self.set_text(text)
        self.update({name: value for name, value in kwargs.items() if value is not None or name != 'color'})

    def __repr__(self) -> str:
        return f'{type(self).__name__}({self._x}, {self._y}, {self._text!r})'

    __str__ = __repr__

    def get_text(self) -> str:
        """The words."""
        return self._text

    def set_text(self, s: Any) -> None:
        """Sets the words."""
        self._text = '' if s is None else str(s)

    def get_position(self) -> tuple[float, float]:
        """The point."""
        return self._x, self._y

    def set_position(self, xy: Any) -> None:
        """Sets the point."""
        self._x, self._y = xy

    def set_x(self, x: float) -> None:
        """Sets the point's abscissa."""
        self._x = x

    def set_y(self, y: float) -> None:
        """Sets the point's ordinate."""
        self._y = y

    def get_unitless_position(self) -> tuple[float, float]:
        """The point as floats."""
        return float(self._x), float(self._y)

    def get_color(self) -> Any:
        """The colour."""
        return self._color

    def set_color(self, color: Any) -> None:
        """Sets the colour."""
        self._color = checked(color)

    def get_fontsize(self) -> float:
        """The size in points."""
        return self._size

    def set_fontsize(self, fontsize: Any) -> None:
        """Sets the size: points, or `small`, `large`, …"""
        self._size = points_of(fontsize)

    def get_rotation(self) -> float:
        """The angle in degrees."""
        return self._rotation

    def set_rotation(self, s: Any) -> None:
        """Sets the angle: degrees, `vertical` or `horizontal`.

        Raises:
            ValueError: for any other word.
        """
        words = {'vertical': 90.0, 'horizontal': 0.0, None: 0.0}
        if isinstance(s, str) and s not in words:
            raise ValueError(f"rotation must be 'vertical', 'horizontal' or a number, not {s}")
        self._rotation = words[s] if s in words else float(s) % 360

    def get_horizontalalignment(self) -> str:
        """Which part is at the point: `left`, `center` or `right`."""
        return self._ha

    def set_horizontalalignment(self, align: str) -> None:
        """Sets it."""
        check_in_list(_HORIZONTAL, align=align)
        self._ha = align

    def get_verticalalignment(self) -> str:
        """Which part is at the point: `top`, `center`, `baseline` or `bottom`."""
        return self._va

    def set_verticalalignment(self, align: str) -> None:
        """Sets it."""
        check_in_list(_VERTICAL, align=align)
        self._va = align

    def get_bbox_patch(self) -> Any:
        """The box around the words, if there is one."""
        return self._get_plain('bbox')

    def set_fontdict(self, fontdict: Any) -> None:
        """Sets several properties."""
        self.update(fontdict or {})

    # ------------------------------------------------------------ what axes ask

    def where(self) -> tuple[float, float, str]:
        """The point in the coordinates of the data or the axes, and in which."""
        kind = 'data' if in_data(self) else self._transform.kind
        x, y = float(self._x), float(self._y)
        if kind not in ('data', 'axes') and self.axes is not None:
            x, y = self.axes.transAxes.inverted().point(*self._transform.point(x, y))
            kind = 'axes'
        return x, y, kind

    def look(self) -> dict[str, Any]:
        """Fields of the protocol's `Series`."""
        color = color_of(self._color)
        alpha = self._alpha if self._alpha is not None else color.alpha
        fields: dict[str, Any] = {'texts': [self._text], 'alpha': alpha}
        if self._color != rcParams['text.color']:
            fields['color'] = color.name
        if self._ha != 'left':
            fields['ha'] = self._ha
        if self._va != 'baseline':
            fields['va'] = 'center' if self._va == 'center_baseline' else self._va
        if self._rotation:
            fields['rotation'] = self._rotation
        if self._size != 10.0:
            fields['fontsize'] = float(self._size)
        if self._get_plain('fontweight') in _BOLD or _is_heavy(self._get_plain('fontweight')):
            fields['bold'] = True
        if self._get_plain('fontstyle') in ('italic', 'oblique'):
            fields['italic'] = True
        box = self._get_plain('bbox')
        if box is not None:
            fields['box'] = _box(box)
        return fields

    def as_series(self) -> list[dict[str, Any]]:
        if not self._text:
            return []
        x, y, kind = self.where()
        coords = None if kind == 'data' else kind
        return [self.series('text', [x], [y], {**self.look(), 'coords': coords})]


_BOLD = ('bold', 'heavy', 'extra bold', 'black', 'semibold', 'demibold', 'demi')


def _is_heavy(weight: Any) -> bool:
    return isinstance(weight, (int, float)) and weight >= 600


def _box(options: dict[str, Any]) -> dict[str, Any]:
    """The protocol's box around words, from matplotlib's properties of a patch."""
    both = options.get('color')
    face = options.get('facecolor', options.get('fc', both if both is not None else 'C0'))
    edge = options.get('edgecolor', options.get('ec', both if both is not None else 'black'))
    found: dict[str, Any] = {}
    for name, color in (('facecolor', face), ('edgecolor', edge)):
        if not (isinstance(color, str) and color == 'none'):
            found[name] = color_of(color).name
    if options.get('fill') is False:
        found.pop('facecolor', None)
    if options.get('alpha') is not None:
        found['alpha'] = float(options['alpha'])
    return found


class Annotation(Text):
    """Words about a point, beside it and perhaps with an arrow that leads to it.

    Args:
        text: the words.
        xy: the point that they are about.
        xytext: where they stand; at the point unless given.
        xycoords, textcoords: what the two are counted in.
        arrowprops: the look of the arrow.
    """

    def __init__(
        self,
        text: Any,
        xy: Any,
        xytext: Any = None,
        xycoords: Any = 'data',
        textcoords: Any = None,
        arrowprops: Any = None,
        annotation_clip: Any = None,
        **kwargs: Any,
    ) -> None:
        place = xy if xytext is None else xytext
        super().__init__(place[0], place[1], text, **kwargs)
        self.xy = xy
        self.xycoords = xycoords
        self.textcoords = xycoords if textcoords is None else textcoords
        self.arrowprops = None if arrowprops is None else arrowprops.copy()
        self.xyann = place

    def __repr__(self) -> str:
        return f'Annotation({self.xy[0]:g}, {self.xy[1]:g}, {self._text!r})'

    __str__ = __repr__

    anncoords = property(lambda self: self.textcoords)

    @property
    def arrow_patch(self) -> Any:
        """The arrow, if there is one."""
        if self.arrowprops is None:
            return None
        from .patches import FancyArrowPatch

        return FancyArrowPatch(self.xyann, self.xy)

    def _in_data(self, point: Any, coords: Any) -> tuple[float, float]:
        """A point in the coordinates of the data."""
        x, y = float(point[0]), float(point[1])
        axes = self.axes
        if axes is None or coords == 'data':
            return x, y
        if isinstance(coords, str) and coords.startswith('offset'):
            scale = axes.figure.dpi / 72 if coords.endswith('points') else 1.0
            at_x, at_y = axes.transData.point(*self._in_data(self.xy, self.xycoords))
            return axes.transData.inverted().point(at_x + x * scale, at_y + y * scale)
        if coords == 'axes fraction':
            return axes.transData.inverted().point(*axes.transAxes.point(x, y))
        if coords == 'figure fraction':
            return axes.transData.inverted().point(*axes.figure.transFigure.point(x, y))
        return x, y

    def as_series(self) -> list[dict[str, Any]]:
        place = self._in_data(self.xyann, self.textcoords)
        point = self._in_data(self.xy, self.xycoords)
        found: list[dict[str, Any]] = []
        if self.arrowprops is not None and place != point:
            words = {name: self.look().get(name) for name in ('texts', 'ha', 'va', 'fontsize')}
            ends = {'x2': [point[0]], 'y2': [point[1]], **(words if self._text else {})}
            found.append(self.series('arrow', [place[0]], [place[1]], {**self._arrow_look(), **ends}))
        if self._text:
            found.append(self.series('text', [place[0]], [place[1]], self.look()))
        return found

    def _arrow_look(self) -> dict[str, Any]:
        """Fields of the arrow; without a style it is an outline whose parts are in points."""
        from ._fancy_patches import LINE_ARROWS

        props = self.arrowprops or {}
        color = props.get('color', props.get('ec', props.get('edgecolor', props.get('facecolor', 'black'))))
        fields: dict[str, Any] = {'zorder': 2.9, 'alpha': props.get('alpha')}
        given = props.get('arrowstyle')
        style = None if given is None else str(given).split(',')[0]
        if style is None or style in ('simple', 'fancy', 'wedge'):
            face = props.get('facecolor', props.get('fc', props.get('color', 'C0')))
            sizes = {
                'shaft': float(props.get('width', 4.0)),
                'headwidth': float(props.get('headwidth', 12.0)),
                'headlength': float(props.get('headlength', 12.0)),
            }
            return {**fields, 'color': color_of(face).name, 'arrowstyle': 'wide', **sizes}
        width = float(props.get('lw', props.get('linewidth', 1.0)))
        known = style if style in LINE_ARROWS else '->'
        return {**fields, 'color': color_of(color).name, 'linewidth': width, 'arrowstyle': known}
