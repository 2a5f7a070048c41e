"""Colours as matplotlib takes them, in the form in which figures carry them."""

import re
from typing import Any, NamedTuple

from .values import as_list

_LETTERS = {
    'b': 'blue',
    'g': 'green',
    'r': 'red',
    'c': 'cyan',
    'm': 'magenta',
    'y': 'yellow',
    'k': 'black',
    'w': 'white',
}
_TABLEAU = ('blue', 'orange', 'green', 'red', 'purple', 'brown', 'pink', 'gray', 'olive', 'cyan')
_TURN = re.compile(r'^C\d+$')
_HEX = re.compile(r'^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$')
_NAME = re.compile(r'^[a-z]{3,24}$')


class Color(NamedTuple):
    """One colour.

    Args:
        name: `C0` … `C9` for those that are given out in turn, a name of CSS, or `#rrggbb`.
        alpha: its own opacity, if it has one.
    """

    name: str
    alpha: float | None = None


def color_of(value: Any) -> Color:
    """A name, a letter, `C3`, `tab:red`, `#f80`, `'0.5'` or a tuple of numbers from 0 to 1.

    Raises:
        ValueError: when it is no colour.
    """
    found = _named(value) if isinstance(value, str) else _mixed(as_list(value))
    if found is None:
        raise ValueError(f'{value!r} is not a valid value for color')
    return found


def colors_of(values: Any) -> list[str] | None:
    """The names of a sequence of colours; None when it is no such sequence."""
    listed = as_list(values)
    if not isinstance(listed, list) or not listed or isinstance(listed[0], (int, float)):
        return None
    return [color_of(item).name for item in listed]


def _named(text: str) -> Color | None:
    if _TURN.match(text):
        return Color(f'C{int(text[1:]) % len(_TABLEAU)}')
    lower = text.lower()
    if lower == 'none':
        return Color('black', 0.0)
    if lower in _LETTERS:
        return Color(_LETTERS[lower])
    family, _, name = lower.partition(':')
    if family == 'tab' and name in _TABLEAU:
        return Color(f'C{_TABLEAU.index(name)}')
    if _HEX.match(lower):
        return _from_hex(lower[1:])
    if _NAME.match(lower):
        return Color(lower)
    try:
        return _mixed([float(text)] * 3)
    except ValueError:
        return None


def _from_hex(digits: str) -> Color:
    if len(digits) < 6:
        digits = ''.join(digit * 2 for digit in digits)
    return Color(f'#{digits[:6]}', int(digits[6:], 16) / 255 if len(digits) == 8 else None)


def _mixed(parts: Any) -> Color | None:
    if not isinstance(parts, (list, tuple)) or len(parts) not in (3, 4):
        return None
    numbers = [float(part) for part in parts]
    if not all(0 <= number <= 1 for number in numbers):
        return None
    name = '#' + ''.join(f'{round(255 * number):02x}' for number in numbers[:3])
    return Color(name, numbers[3] if len(numbers) == 4 else None)
