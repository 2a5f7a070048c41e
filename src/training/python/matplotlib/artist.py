"""What everything that is drawn has in common: properties that are read and set, and a place in axes."""

import math
from collections.abc import Iterable
from functools import partial
from typing import Any, ClassVar

from ._api import check_in_list, normalized
from .values import reals

__all__ = ['Artist', 'StickyEdges', 'checked_choice', 'each', 'get', 'getp', 'in_data', 'setp']


class StickyEdges:
    """Places beyond which there is no margin: bars stand on zero."""

    def __init__(self) -> None:
        self.x: list[float] = []
        self.y: list[float] = []


class Artist:
    """Something that is drawn."""

    zorder: float = 0
    aliases: ClassVar[dict[str, str]] = {}
    """Short names of properties."""

    plain: ClassVar[dict[str, Any]] = {
        'agg_filter': None,
        'animated': False,
        'clip_box': None,
        'clip_on': True,
        'clip_path': None,
        'gid': None,
        'in_layout': True,
        'mouseover': False,
        'path_effects': (),
        'picker': None,
        'rasterized': False,
        'sketch_params': None,
        'snap': None,
        'url': None,
    }
    """Properties that are kept and not drawn, as they are at first."""

    def __init__(self) -> None:
        self.axes: Any = None
        self.figure: Any = None
        self._label: Any = ''
        self._alpha: float | None = None
        self._visible = True
        self._transform: Any = None
        self._plain: dict[str, Any] = {}
        self.sticky_edges = StickyEdges()

    # ------------------------------------------------------------ properties

    def set(self, **kwargs: Any) -> list[Any]:
        """Sets several properties: `color`, `linewidth`, `label`, …"""
        return self._update(kwargs, '{cls}.set() got an unexpected keyword argument {name!r}')

    def update(self, props: dict[str, Any]) -> list[Any]:
        """Sets the properties of a dictionary."""
        return self._update(props, '{cls!r} object has no property {name!r}')

    def _update(self, props: dict[str, Any], refusal: str) -> list[Any]:
        found: list[Any] = []
        for name, value in normalized(props, self.aliases).items():
            if name == 'axes':
                self.axes = value
                continue
            setter = getattr(self, f'set_{name}', None)
            if not callable(setter):
                raise AttributeError(refusal.format(cls=type(self).__name__, name=name))
            found.append(setter(value))
        return found

    def properties(self) -> dict[str, Any]:
        """All properties that can be read."""
        names = {name.removeprefix('get_') for name in dir(type(self)) if name.startswith('get_')}
        found: dict[str, Any] = {}
        for name in sorted(names | set(self.plain)):
            try:
                found[name] = getattr(self, f'get_{name}')()
            except (TypeError, AttributeError, NotImplementedError):
                continue
        return found

    def __getattr__(self, name: str) -> Any:
        verb, _, what = name.partition('_')
        if verb in ('get', 'set') and not what.startswith('_'):
            if what in type(self).aliases:
                return getattr(self, f'{verb}_{type(self).aliases[what]}')
            if what in type(self).plain:
                return partial(self._get_plain if verb == 'get' else self._set_plain, what)
        raise self._missing(name)

    def _missing(self, name: str) -> AttributeError:
        from ._names import missing_member

        return missing_member(type(self), name)

    def _get_plain(self, name: str) -> Any:
        return self._plain.get(name, type(self).plain[name])

    def _set_plain(self, name: str, value: Any, *_: Any, **__: Any) -> None:
        self._plain[name] = value

    def get_label(self) -> Any:
        """The name in the legend."""
        return self._label

    def set_label(self, s: Any) -> None:
        """Sets the name in the legend."""
        self._label = None if s is None else str(s)

    def get_alpha(self) -> float | None:
        """The opacity, from 0 to 1; None: as the colour has it."""
        return self._alpha

    def set_alpha(self, alpha: Any) -> None:
        """Sets the opacity.

        Raises:
            TypeError: for what is no number.
            ValueError: for a number that is not from 0 to 1.
        """
        if alpha is not None and not isinstance(alpha, (int, float)) and not hasattr(alpha, 'dtype'):
            raise TypeError(f'alpha must be numeric or None, not {type(alpha)}')
        if isinstance(alpha, (int, float)) and not 0 <= alpha <= 1:
            raise ValueError(f'alpha ({alpha}) is outside 0-1 range')
        self._alpha = alpha

    def get_visible(self) -> bool:
        """Whether it is drawn."""
        return self._visible

    def set_visible(self, b: Any) -> None:
        """Sets whether it is drawn."""
        self._visible = bool(b)

    def get_zorder(self) -> float:
        """What is higher is drawn later."""
        return self.zorder

    def set_zorder(self, level: float | None) -> None:
        """Sets it; None: as its class has it."""
        self.zorder = type(self).zorder if level is None else level

    def get_figure(self) -> Any:
        """The figure that it belongs to."""
        return self.figure

    def set_figure(self, fig: Any) -> None:
        """Sets the figure that it belongs to."""
        self.figure = fig

    def get_transform(self) -> Any:
        """From its own coordinates to pixels."""
        return self._transform if self._transform is not None or self.axes is None else self.axes.transData

    def set_transform(self, t: Any) -> None:
        """Sets it."""
        self._transform = t

    def is_transform_set(self) -> bool:
        """Whether it has a transform of its own."""
        return self._transform is not None

    def get_children(self) -> list['Artist']:
        """The artists that it consists of."""
        return []

    def findobj(self, match: Any = None, include_self: bool = True) -> list['Artist']:
        """It and what it consists of, where a class or a function matches."""
        fits = (
            match
            if callable(match) and not isinstance(match, type)
            else lambda one: match is None or isinstance(one, match)
        )
        inner = [found for child in self.get_children() for found in child.findobj(match)]
        return [*inner, *([self] if include_self and fits(self) else [])]

    def remove(self) -> None:
        """Takes it out of its axes.

        Raises:
            NotImplementedError: when it is in none.
        """
        if self.axes is None:
            raise NotImplementedError('cannot remove artist')
        self.axes.discard(self)

    def contains(self, mouseevent: Any) -> tuple[bool, dict[str, Any]]:
        """Nothing is under a mouse here."""
        return False, {}

    stale = True

    def draw(self, renderer: Any = None) -> None:
        """Has no effect: figures are drawn when they are complete."""

    # ------------------------------------------------------------ what axes ask

    def data_points(self) -> tuple[list[float], list[float]]:
        """Coordinates that the axes must show: x and y, each for itself."""
        return [], []

    def as_series(self) -> list[dict[str, Any]]:
        """The protocol's `Series`: none, one or several."""
        return []

    def series(self, kind: str, x: list[float], y: list[float], fields: dict[str, Any]) -> dict[str, Any]:
        """One of them, with its name in the legend."""
        name = self.__dict__.get('_shown_label', self._label)
        label = name if isinstance(name, str) and not name.startswith('_') else ''
        further = {name: _spelled(value) for name, value in fields.items() if value is not None}
        return {'kind': kind, 'label': label, 'x': reals(x), 'y': reals(y), **further}


def in_data(artist: Artist) -> bool:
    """Whether an artist stands in the coordinates of the data."""
    kind = getattr(artist._transform, 'kind', 'data' if artist._transform is None else '')
    return kind == 'data'


def each[Value](values: list[Value], count: int) -> list[Value]:
    """One value for each of so many; a single one holds for all."""
    return values * count if len(values) == 1 else values


def _spelled(value: Any) -> Any:
    if isinstance(value, float):
        return reals([value])[0]
    if (
        isinstance(value, list)
        and value
        and any(isinstance(item, float) and not math.isfinite(item) for item in value)
    ):
        return reals(value)
    return value


def setp(obj: Any, *args: Any, **kwargs: Any) -> list[Any] | None:
    """Sets properties of artists: `setp(lines, linewidth=2)` or `setp(lines, 'linewidth', 2)`.

    Raises:
        ValueError: for a name without a value.
    """
    objs = [obj] if isinstance(obj, Artist) else list(_flat(obj))
    if len(args) == 1 and objs:
        print(f'  {args[0]}')
        return None
    if len(args) % 2:
        raise ValueError('The set args must be string, value pairs')
    pairs = dict(zip(args[::2], args[1::2], strict=True))
    found: list[Any] = []
    for one in objs:
        if pairs:
            found += one.update(pairs)
        found += one.set(**kwargs)
    return found


def getp(obj: Any, property: str | None = None) -> Any:
    """A property of an artist; without a name all are printed."""
    if property is not None:
        return getattr(obj, f'get_{property}')()
    for name, value in obj.properties().items():
        print(f'    {name} = {value}')
    return None


get = getp


def _flat(objs: Any) -> Iterable[Artist]:
    for one in objs:
        if isinstance(one, Artist):
            yield one
        else:
            yield from _flat(one)


def checked_choice(name: str, value: Any, known: Iterable[Any]) -> Any:
    """A value that is one of those there are."""
    check_in_list(known, **{name: value})
    return value
