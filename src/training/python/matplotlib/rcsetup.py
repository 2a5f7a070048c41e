"""matplotlib's settings: which there are, what they are at first, and what they may be."""

import ast
import re
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from typing import Any

from . import _rc_data
from .colors import is_color_like

__all__ = ['Cycler', 'RcParams', 'cycler']

_YES = ('t', 'y', 'yes', 'on', 'true', '1', 1, True)
_NO = ('f', 'n', 'no', 'off', 'false', '0', 0, False)
_SIZES = ('xx-small', 'x-small', 'small', 'medium', 'large', 'x-large', 'xx-large', 'smaller', 'larger')
_WEIGHTS_TEXT = """
    ultralight light normal regular book medium roman semibold demibold demi bold heavy extra bold black
"""
_WEIGHTS = _WEIGHTS_TEXT.split()
_LINES = ('-', '--', '-.', ':', 'None', 'none', ' ', '', 'solid', 'dashed', 'dashdot', 'dotted')


class Cycler:
    """Properties that artists take in turn, as `cycler('color', ['r', 'g'])` makes."""

    def __init__(self, values: dict[str, list[Any]]) -> None:
        self._values = values

    @property
    def keys(self) -> set[str]:
        """The names of the properties."""
        return set(self._values)

    def by_key(self) -> dict[str, list[Any]]:
        """The values of each property."""
        return {name: list(values) for name, values in self._values.items()}

    def __len__(self) -> int:
        return len(next(iter(self._values.values()), []))

    def __iter__(self) -> Iterator[dict[str, Any]]:
        for place in range(len(self)):
            yield {name: values[place] for name, values in self._values.items()}

    def __add__(self, other: 'Cycler') -> 'Cycler':
        if len(self) != len(other):
            raise ValueError(f'Can only add equal length cycles, not {len(self)} and {len(other)}')
        return Cycler({**self._values, **other._values})

    def __mul__(self, other: Any) -> 'Cycler':
        if isinstance(other, int):
            return Cycler({name: values * other for name, values in self._values.items()})
        pairs = [{**mine, **theirs} for mine in self for theirs in other]
        return Cycler({name: [pair[name] for pair in pairs] for name in (*self._values, *other._values)})

    __rmul__ = __mul__

    def __getitem__(self, key: slice) -> 'Cycler':
        return Cycler({name: values[key] for name, values in self._values.items()})

    def __call__(self) -> Iterator[dict[str, Any]]:
        while True:
            yield from self

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Cycler) and self._values == other._values

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return ' + '.join(f'cycler({name!r}, {values!r})' for name, values in self._values.items())


def cycler(*args: Any, **kwargs: Any) -> Cycler:
    """`cycler(color=[…])`, `cycler('color', […])`, or a copy of one.

    Raises:
        TypeError: when a single argument is no cycler.
        ValueError: for lists of different lengths, or what is no colour.
    """
    if len(args) == 1:
        if not isinstance(args[0], Cycler):
            raise TypeError('If only one positional argument given, it must be a Cycler instance.')
        return args[0]
    values = {args[0]: list(args[1])} if args else {name: list(items) for name, items in kwargs.items()}
    if len({len(items) for items in values.values()}) > 1:
        raise ValueError('Can only add equal length cycles')
    for color in values.get('color', ()):
        if not is_color_like(color):
            raise ValueError(f'{color!r} does not look like a color arg')
    return Cycler(values)


# ---------------------------------------------------------------- what settings may be


def _flag(value: Any) -> bool:
    text = value.lower() if isinstance(value, str) else value
    if text in _YES:
        return True
    if text in _NO:
        return False
    raise ValueError(f'Cannot convert {value!r} to bool')


def _number(value: Any) -> float:
    try:
        return float(value)
    except ValueError as error:
        raise ValueError(f'Could not convert {value!r} to float') from error


def _whole(value: Any) -> int:
    try:
        return int(value)
    except ValueError as error:
        raise ValueError(f'Could not convert {value!r} to int') from error


def _color(value: Any) -> Any:
    if is_color_like(value):
        return value
    if isinstance(value, str) and is_color_like(f'#{value}'):
        return f'#{value}'
    raise ValueError(f'{value!r} does not look like a color arg')


def _or(check: Callable[[Any], Any], *words: Any) -> Callable[[Any], Any]:
    def checked(value: Any) -> Any:
        known = value.lower() if isinstance(value, str) else value
        if known in words:
            return known
        return None if value is None and 'none' in words else check(value)

    return checked


def _list(check: Callable[[Any], Any], count: int | None = None) -> Callable[[Any], list[Any]]:
    def checked(value: Any) -> list[Any]:
        if isinstance(value, str):
            items = [part.strip() for part in value.split(',') if part.strip()]
        elif isinstance(value, Iterable):
            items = [check(item) for item in value]
        else:
            raise ValueError(f'Expected str or other non-set iterable, but got {value}')
        if count is not None and len(items) != count:
            raise ValueError(f'Expected {count} values, but there are {len(items)} values in {value}')
        return [check(item) for item in items]

    return checked


def _between(low: float, high: float, closed: bool) -> Callable[[Any], float]:
    def checked(value: Any) -> float:
        number = _number(value)
        if low <= number < high or (closed and number == high):
            return number
        raise RuntimeError(f'Value must be >={low:g} and <{"=" if closed else ""}{high:g}; got {number}')

    return checked


def _font_size(value: Any) -> Any:
    if isinstance(value, str) and value.lower() in _SIZES:
        return value.lower()
    try:
        return float(value)
    except (TypeError, ValueError) as error:
        raise ValueError(
            f'{value} is not a valid font size. Valid font sizes are {", ".join(_SIZES)}.'
        ) from error


def _font_weight(value: Any) -> Any:
    if value in _WEIGHTS:
        return value
    try:
        return int(value)
    except (TypeError, ValueError) as error:
        raise ValueError(f'{value} is not a valid font weight.') from error


def _line(value: Any) -> Any:
    if isinstance(value, str):
        if value in _LINES:
            return value
        raise ValueError(f'linestyle {value!r} is not a valid on-off ink sequence.')
    return value


def _cycler(value: Any) -> Cycler:
    if isinstance(value, Cycler):
        return value
    if isinstance(value, str):
        return _cycler_of_text(value)
    return cycler('color', value)


def _cycler_of_text(value: str) -> Cycler:
    found = re.fullmatch(r"\s*cycler\(\s*(?:'color',|color\s*=)?\s*(\[.*\])\s*\)\s*", value)
    if found is None:
        raise ValueError(f'{value!r} is not a valid cycler construction')
    return cycler('color', ast.literal_eval(found[1]))


def _name(value: Any) -> str:
    return str(value)


def _anything(value: Any) -> Any:
    return value


_CHECKS: dict[str, Callable[[Any], Any]] = {
    'bool': _flag,
    'float': _number,
    'int': _whole,
    'color': _color,
    'color_or_auto': _or(_color, 'auto'),
    'color_or_inherit': _or(_color, 'inherit'),
    'str': _name,
    'strlist': _list(_name),
    'floatlist': _list(_number),
    'intlist': _list(_whole, 2),
    'float_or_None': _or(_number, 'none'),
    'int_or_None': _or(_whole, 'none'),
    'greaterequal0_lessequal1': _between(0, 1, True),
    'greaterequal0_lessthan1': _between(0, 1, False),
    'fontsize': _font_size,
    'fontsize_None': _or(_font_size, 'none'),
    'fontweight': _font_weight,
    'linestyle': _line,
    'cycler': _cycler,
    'dpi': _or(_number, 'figure'),
    'aspect': _or(_number, 'auto', 'equal'),
}


def _check_of(kind: str) -> Callable[[Any], Any]:
    if ',' not in kind:
        return _CHECKS.get(kind, _anything)
    words = kind.split(',')

    def checked(value: Any) -> Any:
        if value not in words:
            raise ValueError(f'{value!r} is not a valid value for {{name}}; supported values are {words}')
        return value

    return checked


def _settings() -> dict[str, tuple[Callable[[Any], Any], Any]]:
    rows = (row.split(' | ', 2) for row in _rc_data.SETTINGS.splitlines())
    return {name: (_check_of(kind), ast.literal_eval(text)) for name, kind, text in rows}


_SETTINGS = _settings()


class RcParams(MutableMapping[str, Any]):
    """Settings by name, which take only what they may be."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {'backend': 'agg', 'backend_fallback': True}
        for name, (check, value) in _SETTINGS.items():
            self._values[name] = check(value)

    def __setitem__(self, key: str, value: Any) -> None:
        if key in ('backend', 'backend_fallback'):
            self._values[key] = value
            return
        if key not in _SETTINGS:
            raise KeyError(
                f'{key} is not a valid rc parameter (see rcParams.keys() for a list of valid parameters)'
            )
        try:
            self._values[key] = _SETTINGS[key][0](value)
        except ValueError as error:
            raise ValueError(f'Key {key}: {str(error).format(name=key)}') from None

    def __getitem__(self, key: str) -> Any:
        return self._values[key]

    def __delitem__(self, key: str) -> None:
        del self._values[key]

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._values))

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        inside = ',\n          '.join(f'{name!r}: {value!r}' for name, value in self.items())
        return f'RcParams({{{inside}}})'

    def __str__(self) -> str:
        return '\n'.join(f'{name}: {value}' for name, value in self.items())

    def copy(self) -> 'RcParams':
        """A copy of its own."""
        made = RcParams()
        made._values = dict(self._values)
        return made

    def find_all(self, pattern: str) -> dict[str, Any]:
        """The settings whose name a regular expression finds."""
        return {name: value for name, value in self.items() if re.search(pattern, name)}
