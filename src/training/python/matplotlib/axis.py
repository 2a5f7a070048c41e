"""One axis: its range, its scale, its ticks, its name."""

import functools
import math
from collections.abc import Callable
from typing import Any, ClassVar

from . import rcParams
from ._api import check_in_list, warn
from .artist import Artist
from .category import StrCategoryFormatter, StrCategoryLocator, UnitData, is_named
from .scale import Scale, scale_of
from .text import Text, points_of
from .ticker import (
    FixedFormatter,
    FixedLocator,
    Formatter,
    FuncFormatter,
    Locator,
    NullFormatter,
    NullLocator,
)
from .values import array_of, as_list, numbers

__all__ = ['Axis', 'Tick', 'Ticks', 'XAxis', 'YAxis']


class Ticks:
    """What chooses ticks and their words."""

    def __init__(self) -> None:
        self.locator: Any = NullLocator()
        self.formatter: Any = NullFormatter()


class Tick(Artist):
    """One tick with its words on either side of the axes."""

    def __init__(self, axis: 'Axis', place: float, words: str) -> None:
        super().__init__()
        self._place = place
        first = axis.tick_options.get('label1On', True)
        self.label1, self.label2 = axis.tick_text(place, words), axis.tick_text(place, words)
        self.label1.set_visible(first)
        self.label2.set_visible(axis.tick_options.get('label2On', False))
        self.label = self.label1

    def get_loc(self) -> float:
        """Where it is."""
        return self._place

    plain: ClassVar[dict[str, Any]] = {**Artist.plain, 'pad': 3.5}


class Axis(Artist):
    """An axis of axes.

    Args:
        axes: they belong to.
    """

    axis_name = 'x'
    per_tick = 3
    """Sizes of letters that a tick takes along the axis."""

    def __init__(self, axes: Any) -> None:
        super().__init__()
        self.axes, self.figure = axes, axes.figure
        self.major, self.minor = Ticks(), Ticks()
        self.scale: Scale = scale_of('linear', self, {})
        self.clear()

    def clear(self) -> None:
        """Makes it as it was at first."""
        self.tick_options: dict[str, Any] = {}
        self.grid_options: dict[str, Any] = {}
        self.tick_look: dict[str, Any] = {}
        self.grid_on = rcParams['axes.grid'] and rcParams['axes.grid.axis'] in ('both', self.axis_name)
        self.minor_grid_on = self.grid_on and rcParams['axes.grid.which'] in ('both', 'minor')
        self.label = self._make_label()
        self.offsetText = Text()
        self.label_position = 'bottom' if self.axis_name == 'x' else 'left'
        self.ticks_position = self.label_position
        self.units: UnitData | None = None
        self._interval = (0.0, 1.0)
        self._autoscale = True
        self.use_scale('linear', {})
        if rcParams[f'{self.axis_name}tick.minor.visible']:
            self.axes.minorticks_on(self.axis_name)

    def _make_label(self) -> Text:
        words = Text(0.5, 0, '', color=rcParams['axes.labelcolor'], fontsize=rcParams['axes.labelsize'])
        words._ha, words._va = 'center', 'top'
        return words

    def __str__(self) -> str:
        left, bottom = self.axes.transAxes.point(0.0, 0.0)
        return f'{type(self).__name__}({left},{bottom})'

    # ------------------------------------------------------------ range and scale

    def span(self) -> tuple[float, float]:
        """The range that is shown, in the order in which the axis runs."""
        return self.axes._range(self.axis_name)

    def get_view_interval(self) -> Any:
        """The range that is shown, as an array."""
        return array_of(list(self.span()))

    def set_view_interval(self, vmin: float, vmax: float, ignore: bool = False) -> None:
        """Sets the range that is shown."""
        self._interval = (float(vmin), float(vmax))

    def get_data_interval(self) -> tuple[float, float]:
        """The range of the data."""
        return self.axes.data_interval(self.axis_name)

    def get_minpos(self) -> float:
        """The least number above zero in the data."""
        return self.axes.least_positive(self.axis_name)

    def get_inverted(self) -> bool:
        """Whether it runs from large to small."""
        low, high = self.span()
        return high < low

    def set_inverted(self, inverted: bool) -> None:
        """Sets it."""
        low, high = self.span()
        self.axes.limit(self.axis_name, *sorted((low, high), reverse=bool(inverted)), auto=None)

    def get_scale(self) -> str:
        """The name of the scale."""
        return self.scale.name

    def use_scale(self, name: str, options: dict[str, Any]) -> None:
        """Changes the scale."""
        self.scale = scale_of(name, self, options)
        self.scale.set_default_locators_and_formatters(self)

    def get_transform(self) -> Any:
        """Numbers to lengths."""
        return self.scale.get_transform()

    def get_tick_space(self) -> int:
        """How many ticks fit."""
        size = points_of(self.tick_options.get('labelsize', rcParams[f'{self.axis_name}tick.labelsize']))
        return math.floor(self.axes.length(self.axis_name) / (size * self.per_tick))

    # ------------------------------------------------------------ names along it

    def take_units(self, values: Any) -> None:
        """Learns names, where values are names."""
        if not is_named(values):
            return
        if self.units is None:
            self.units = UnitData()
            self.set_major_locator(StrCategoryLocator(self.units))
            self.set_major_formatter(StrCategoryFormatter(self.units))
            self.default_ticks()
        self.units.update([values] if isinstance(values, str) else as_list(values))

    def convert_units(self, values: Any) -> Any:
        """Places of names; numbers as they are."""
        if not is_named(values):
            return values
        self.take_units(values)
        places = self.units.places  # type: ignore[union-attr]
        return places[values] if isinstance(values, str) else [places[name] for name in as_list(values)]

    def have_units(self) -> bool:
        """Whether it has names."""
        return self.units is not None

    # ------------------------------------------------------------ ticks

    def _group(self, minor: bool) -> Ticks:
        return self.minor if minor else self.major

    def _place_ticks(self, minor: bool, part: str, value: Any) -> None:
        value.set_axis(self)
        setattr(self._group(minor), part, value)
        if not minor:
            self.is_default = False

    def default_ticks(self) -> None:
        """Remembers that ticks are those of the scale."""
        self.is_default = True

    is_default = True

    def set_major_locator(self, locator: Any) -> None:
        """Sets what chooses ticks."""
        _check(Locator, locator=locator)
        self._place_ticks(False, 'locator', locator)

    def set_minor_locator(self, locator: Any) -> None:
        """Sets what chooses minor ticks."""
        _check(Locator, locator=locator)
        self._place_ticks(True, 'locator', locator)

    def set_major_formatter(self, formatter: Any) -> None:
        """Sets what makes the words: a formatter, a function or a format."""
        self._place_ticks(False, 'formatter', _formatter(formatter))

    def set_minor_formatter(self, formatter: Any) -> None:
        """Sets what makes the words of minor ticks."""
        self._place_ticks(True, 'formatter', _formatter(formatter))

    def get_major_locator(self) -> Any:
        """What chooses ticks."""
        return self.major.locator

    def get_minor_locator(self) -> Any:
        """What chooses minor ticks."""
        return self.minor.locator

    def get_major_formatter(self) -> Any:
        """What makes the words."""
        return self.major.formatter

    def get_minor_formatter(self) -> Any:
        """What makes the words of minor ticks."""
        return self.minor.formatter

    def get_majorticklocs(self) -> Any:
        """Where ticks are."""
        return self.major.locator()

    def get_minorticklocs(self) -> Any:
        """Where minor ticks are, those at ticks left out."""
        places = numbers(self.minor.locator())
        if not places:
            return array_of([])
        forward = self.scale.forward
        low, high = sorted(map(forward, self.span()))
        near = (high - low) * 1e-5
        taken = [forward(place) for place in numbers(self.major.locator())]
        free = [p for p in places if all(abs(forward(p) - at) > near for at in taken)]
        return array_of([float(place) for place in free])

    def get_ticklocs(self, *, minor: bool = False) -> Any:
        """Where ticks are."""
        return self.get_minorticklocs() if minor else self.get_majorticklocs()

    def tick_words(self, minor: bool = False) -> list[str]:
        """The words of all ticks."""
        return self._group(minor).formatter.format_ticks(self.get_ticklocs(minor=minor))

    def tick_text(self, place: float, words: str) -> Text:
        """Words at a tick, with their look."""
        x, y = (place, 0) if self.axis_name == 'x' else (0, place)
        made = Text(x, y, words, **self.tick_look)
        made._ha, made._va = ('center', 'top') if self.axis_name == 'x' else ('right', 'center_baseline')
        if 'labelsize' in self.tick_options:
            made.set_fontsize(self.tick_options['labelsize'])
        return made

    def get_major_ticks(self, numticks: int | None = None) -> list[Tick]:
        """The ticks."""
        return self._tick_list(False)[:numticks]

    def get_minor_ticks(self, numticks: int | None = None) -> list[Tick]:
        """The minor ticks."""
        return self._tick_list(True)[:numticks]

    def _tick_list(self, minor: bool) -> list[Tick]:
        places = as_list(self.get_ticklocs(minor=minor))
        return [Tick(self, place, words) for place, words in zip(places, self.tick_words(minor), strict=True)]

    def get_ticklabels(self, minor: bool = False, which: str | None = None) -> list[Text]:
        """The words at ticks."""
        if which is not None:
            check_in_list(('major', 'minor', 'both'), which=which)
            groups = {'major': (False,), 'minor': (True,), 'both': (False, True)}[which]
            return [words for group in groups for words in self.get_ticklabels(group)]
        ticks = self._tick_list(minor)
        shown = [tick.label1 for tick in ticks if tick.label1.get_visible()]
        return [
            _Linked.to(self, words)
            for words in shown + [tick.label2 for tick in ticks if tick.label2.get_visible()]
        ]

    def get_majorticklabels(self) -> list[Text]:
        """The words at ticks."""
        return self.get_ticklabels()

    def get_minorticklabels(self) -> list[Text]:
        """The words at minor ticks."""
        return self.get_ticklabels(True)

    def get_ticklines(self, minor: bool = False) -> list[Any]:
        """The strokes of ticks, which are the drawing's own."""
        return []

    def get_gridlines(self) -> list[Any]:
        """The lines of the grid, which are the drawing's own."""
        return []

    def set_ticks(self, ticks: Any, labels: Any = None, *, minor: bool = False, **kwargs: Any) -> list[Tick]:
        """Sets where ticks are, and with which words.

        Raises:
            ValueError: for properties of labels without labels.
        """
        if labels is None and kwargs:
            raise ValueError('labels argument cannot be None when kwargs are passed')
        places = self.convert_units(ticks)
        listed = numbers(places)
        self._place_ticks(minor, 'locator', FixedLocator(places if len(listed) else []))
        if listed and not minor:
            self._widen(listed)
        if labels is not None:
            self.set_ticklabels(labels, minor=minor, **kwargs)
        return self._tick_list(minor)

    def _widen(self, places: list[float]) -> None:
        """Ticks that are set are shown."""
        low, high = self.span()
        least, most = min(places), max(places)
        rising = (min(low, least), max(high, most))
        ends = rising if low <= high else (max(low, most), min(high, least))
        if ends != (low, high):
            self.axes.limit(self.axis_name, *ends, auto=None)

    def set_ticklabels(
        self, labels: Any, *, minor: bool = False, fontdict: Any = None, **kwargs: Any
    ) -> list[Text]:
        """Sets the words at ticks.

        Raises:
            TypeError: for what is no sequence.
        """
        try:
            words = [one.get_text() if hasattr(one, 'get_text') else one for one in as_list(labels)]
        except TypeError:
            raise TypeError(f'{labels:=} must be a sequence') from None
        locator = self._group(minor).locator
        if not words:
            formatter: Any = NullFormatter()
        elif isinstance(locator, FixedLocator):
            formatter = self._named_places(locator, words)
        else:
            warn('FixedFormatter should only be used together with FixedLocator')
            formatter = FixedFormatter(words)
        self._place_ticks(minor, 'formatter', formatter)
        self.set_tick_look({**(fontdict or {}), **kwargs})
        return self.get_ticklabels(minor)

    def _named_places(self, locator: FixedLocator, words: list[Any]) -> Any:
        if len(locator.locs) != len(words):
            raise ValueError(
                f'The number of FixedLocator locations ({len(locator.locs)}), usually from a '
                'call to set_ticks, '
                f'does not match the number of labels ({len(words)}).'
            )
        known = dict(zip(numbers(locator.locs), words, strict=True))
        return FuncFormatter(functools.partial(_word_at, known))

    def set_tick_look(self, options: dict[str, Any]) -> None:
        """Sets properties of the words at ticks."""
        if options:
            Text().update(options)
            self.tick_look |= options

    def set_tick_params(self, which: str = 'major', reset: bool = False, **kwargs: Any) -> None:
        """Sets the look of ticks and grid."""
        from ._tick_params import tick_options

        check_in_list(('major', 'minor', 'both'), which=which)
        options = tick_options(self.axis_name, kwargs)
        if which == 'minor':
            return
        if reset:
            self.tick_options, self.tick_look = {}, {}
        self.tick_options |= options
        for name, target in (
            ('labelrotation', 'rotation'),
            ('labelcolor', 'color'),
            ('labelsize', 'fontsize'),
        ):
            if name in options:
                value = options[name]
                self.tick_look[target] = (
                    value[1] if isinstance(value, tuple) and name == 'labelrotation' else value
                )
        if 'gridOn' in options:
            self.grid_on = bool(options['gridOn'])

    def get_tick_params(self, which: str = 'major') -> dict[str, Any]:
        """The look of ticks and grid."""
        return dict(self.tick_options)

    def grid(self, visible: bool | None = None, which: str = 'major', **kwargs: Any) -> None:
        """Shows or hides the lines of the grid."""
        check_in_list(('major', 'minor', 'both'), which=which)
        if which in ('major', 'both'):
            self.grid_on = not self.grid_on if visible is None and not kwargs else visible is not False
        if which in ('minor', 'both'):
            self.minor_grid_on = (
                not self.minor_grid_on if visible is None and not kwargs else visible is not False
            )
        self.grid_options |= kwargs

    # ------------------------------------------------------------ name

    def get_label(self) -> Text:
        """The name, as text."""
        return self.label

    def get_label_text(self) -> str:
        """The name."""
        return self.label.get_text()

    def set_label_text(self, label: Any, fontdict: Any = None, **kwargs: Any) -> Text:
        """Sets the name."""
        self.label.set_text(label)
        self.label.update({**(fontdict or {}), **kwargs})
        return self.label

    def set_label_coords(self, x: float, y: float, transform: Any = None) -> None:
        """Sets where the name stands; the drawing has its own place for it."""
        self.label.set_position((x, y))

    def set_label_position(self, position: str) -> None:
        """Sets at which side the name stands."""
        sides = ('top', 'bottom') if self.axis_name == 'x' else ('left', 'right')
        check_in_list(sides, position=position)
        self.label_position = position

    def get_label_position(self) -> str:
        """At which side the name stands."""
        return self.label_position

    def get_ticks_position(self) -> str:
        """At which side ticks are."""
        return self.ticks_position

    def set_ticks_position(self, position: str) -> None:
        """Sets at which side ticks are."""
        sides = (
            ('top', 'bottom', 'both', 'default', 'none')
            if self.axis_name == 'x'
            else ('left', 'right', 'both', 'default', 'none')
        )
        check_in_list(sides, position=position)
        self.ticks_position = position

    def tick_top(self) -> None:
        """Ticks above."""
        self.ticks_position = 'top'

    def tick_bottom(self) -> None:
        """Ticks below."""
        self.ticks_position = 'bottom'

    def tick_left(self) -> None:
        """Ticks at the left."""
        self.ticks_position = 'left'

    def tick_right(self) -> None:
        """Ticks at the right."""
        self.ticks_position = 'right'

    def get_offset_text(self) -> Text:
        """What belongs to all ticks."""
        return self.offsetText

    def draw(self, renderer: Any = None) -> None:
        """Works out what belongs to all ticks."""
        self.tick_words()
        self.offsetText.set_text(self.major.formatter.get_offset())

    set_offset_position = set_label_position

    plain: ClassVar[dict[str, Any]] = {**Artist.plain, 'remove_overlapping_locs': True, 'pickradius': 15}


class XAxis(Axis):
    """The horizontal axis."""


class YAxis(Axis):
    """The vertical axis."""

    axis_name = 'y'
    per_tick = 2

    def _make_label(self) -> Text:
        words = super()._make_label()
        words._x, words._y = 0, 0.5
        words._va, words._rotation = 'bottom', 90.0
        return words


class _Linked(Text):
    """Words at a tick whose look, when it is set, becomes that of all words of the axis."""

    _axis: Any = None

    @classmethod
    def to(cls, axis: Axis, words: Text) -> Text:
        """Links words with their axis."""
        made = object.__new__(cls)
        made.__dict__ = {**words.__dict__, '_axis': axis}
        return made

    def __repr__(self) -> str:
        return f'Text({self._x}, {self._y}, {self._text!r})'

    __str__ = __repr__

    def set_rotation(self, s: Any) -> None:
        super().set_rotation(s)
        self._tell('rotation', s)

    def set_fontsize(self, fontsize: Any) -> None:
        super().set_fontsize(fontsize)
        self._tell('fontsize', fontsize)

    def set_color(self, color: Any) -> None:
        super().set_color(color)
        self._tell('color', color)

    def set_horizontalalignment(self, align: str) -> None:
        super().set_horizontalalignment(align)
        self._tell('horizontalalignment', align)

    def set_visible(self, b: Any) -> None:
        super().set_visible(b)
        if self._axis is not None and not b:
            self._axis.tick_options['label1On'] = False

    def _tell(self, name: str, value: Any) -> None:
        if self._axis is not None:
            self._axis.tick_look[name] = value


def _word_at(known: dict[float, Any], x: float, pos: int | None) -> Any:
    return known.get(float(x), '')


def _check(kind: type, **kwargs: Any) -> None:
    for name, value in kwargs.items():
        if not isinstance(value, kind):
            raise TypeError(
                f'{name!r} must be an instance of matplotlib.ticker.{kind.__name__}, not a '
                f'{type(value).__name__}'
            )


def _formatter(given: str | Formatter | Callable[..., str]) -> Formatter:
    if isinstance(given, str):
        from .ticker import StrMethodFormatter

        return StrMethodFormatter(given)
    if callable(given) and not isinstance(given, Formatter):
        return FuncFormatter(given)
    if not isinstance(given, Formatter):
        raise TypeError(
            "'formatter' must be an instance of matplotlib.ticker.Formatter, str or function, "
            f'not a {type(given).__name__}'
        )
    return given
