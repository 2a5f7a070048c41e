"""Colours as matplotlib takes them, and how numbers become colours."""

import importlib
import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from . import _color_data
from ._collected_colors import LATE
from .values import as_list

__all__ = [
    'BASE_COLORS',
    'CSS4_COLORS',
    'TABLEAU_COLORS',
    'Color',
    'checked',
    'color_of',
    'colors_of',
    'follow',
    'get_named_colors_mapping',
    'is_color_like',
    'row_of',
    'same_color',
    'to_hex',
    'to_rgb',
    'to_rgba',
    'to_rgba_array',
    'turn_color',
]

BASE_COLORS = {
    'b': (0, 0, 1),
    'g': (0, 0.5, 0),
    'r': (1, 0, 0),
    'c': (0, 0.75, 0.75),
    'm': (0.75, 0, 0.75),
    'y': (0.75, 0.75, 0),
    'k': (0, 0, 0),
    'w': (1, 1, 1),
}
_TABLEAU = ('blue', 'orange', 'green', 'red', 'purple', 'brown', 'pink', 'gray', 'olive', 'cyan')
_TABLEAU_HEX_TEXT = '1f77b4 ff7f0e 2ca02c d62728 9467bd 8c564b e377c2 7f7f7f bcbd22 17becf'
_TABLEAU_HEX = _TABLEAU_HEX_TEXT.split()
TABLEAU_COLORS = {f'tab:{name}': f'#{value}' for name, value in zip(_TABLEAU, _TABLEAU_HEX, strict=True)}
CSS4_COLORS = {pair.split('#')[0]: f'#{pair.split("#")[1]}'.upper() for pair in _color_data.CSS4.split()}
_LETTERS = {
    'b': 'blue',
    'g': 'green',
    'r': 'red',
    'c': '#00bfbf',
    'm': '#bf00bf',
    'y': '#bfbf00',
    'k': 'black',
    'w': 'white',
}
_TURN = re.compile(r'^C\d+$')
_HEX = re.compile(r'^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$')


def to_rgba(c: Any, alpha: float | None = None) -> tuple[float, float, float, float]:
    """Red, green, blue and opacity from 0 to 1, of whatever matplotlib takes for a colour.

    Raises:
        ValueError: when it is none.
    """
    if isinstance(c, tuple) and len(c) == 2 and (isinstance(c[0], (str, tuple, list))):
        c, own = c
        alpha = own if alpha is None else alpha
    red, green, blue, opacity = _rgba_of_text(c) if isinstance(c, str) else _rgba_of_numbers(c)
    if isinstance(c, str) and c.lower() == 'none':
        return (0.0, 0.0, 0.0, 0.0)
    return (red, green, blue, opacity if alpha is None else alpha)


def to_rgb(c: Any) -> tuple[float, float, float]:
    """Red, green and blue from 0 to 1."""
    return to_rgba(c)[:3]


def to_hex(c: Any, keep_alpha: bool = False) -> str:
    """`#rrggbb`, or `#rrggbbaa`."""
    parts = to_rgba(c)
    return '#' + ''.join(f'{round(255 * part):02x}' for part in (parts if keep_alpha else parts[:3]))


def to_rgba_array(c: Any, alpha: Any = None) -> Any:
    """A row of four numbers for each of several colours, or for one."""
    import numpy as np

    if isinstance(c, str):
        return np.zeros((0, 4)) if c.lower() == 'none' else np.array([to_rgba(c, alpha)])
    listed = as_list(c)
    if not listed:
        return np.zeros((0, 4))
    if isinstance(listed[0], (int, float)):
        return np.array([to_rgba(tuple(listed), alpha)])
    return np.array([to_rgba(one if isinstance(one, str) else tuple(one), alpha) for one in listed])


def row_of(c: Any, alpha: float | None = None) -> tuple[float, float, float, float]:
    """The same as floats, as an array of colours has them."""
    red, green, blue, opacity = to_rgba(c if isinstance(c, str) else tuple(as_list(c)), alpha)
    return (red, green, blue, float(opacity))


def is_color_like(c: Any) -> bool:
    """Whether it is a colour."""
    if isinstance(c, str) and _TURN.match(c):
        return True
    try:
        to_rgba(c)
    except (ValueError, TypeError):
        return False
    return True


def same_color(c1: Any, c2: Any) -> bool:
    """Whether two are the same colour."""
    return bool((to_rgba_array(c1) == to_rgba_array(c2)).all())


def get_named_colors_mapping() -> dict[str, Any]:
    """What the names stand for."""
    return {**CSS4_COLORS, **TABLEAU_COLORS, **BASE_COLORS}


def _rgba_of_text(text: str) -> tuple[float, float, float, float]:
    if _TURN.match(text):
        return to_rgba(turn_color(int(text[1:])))
    if text in BASE_COLORS:
        return (*(float(part) for part in BASE_COLORS[text]), 1)  # type: ignore[return-value]
    lower = text.lower()
    if lower == 'none':
        return (0.0, 0.0, 0.0, 0.0)
    digits = CSS4_COLORS.get(lower) or TABLEAU_COLORS.get(lower.replace('grey', 'gray')) or lower
    if _HEX.match(digits.lower()):
        return _rgba_of_hex(digits[1:])
    try:
        gray = float(text)
    except ValueError:
        raise ValueError(f'Invalid RGBA argument: {text!r}') from None
    if not 0 <= gray <= 1:
        raise ValueError(f'Invalid string grayscale value {text!r}. Value must be within 0-1 range')
    return (gray, gray, gray, 1.0)


def _rgba_of_hex(digits: str) -> tuple[float, float, float, float]:
    if len(digits) < 6:
        digits = ''.join(digit * 2 for digit in digits)
    red, green, blue, opacity = (int((digits + 'ff')[i : i + 2], 16) / 255 for i in (0, 2, 4, 6))
    return (red, green, blue, opacity)


def _rgba_of_numbers(c: Any) -> tuple[float, float, float, float]:
    listed = as_list(c)
    if not isinstance(listed, (list, tuple)):
        raise ValueError(f'Invalid RGBA argument: {c!r}')
    if len(listed) == 1 and isinstance(listed[0], list):
        listed = listed[0]
    if len(listed) not in (3, 4):
        raise ValueError('RGBA sequence should have length 3 or 4')
    try:
        parts = [float(part) for part in listed]
    except (TypeError, ValueError):
        raise ValueError(f'Invalid RGBA argument: {c!r}') from None
    if not all(0 <= part <= 1 for part in parts):
        raise ValueError('RGBA values should be within 0-1 range')
    red, green, blue, opacity = (*parts, 1)[:4]
    return (red, green, blue, opacity)


_settings: Mapping[str, Any] = {}


def follow(settings: Mapping[str, Any]) -> None:
    """Names the settings, `rcParams`, in whose cycle `C0`, `C1`, … stand."""
    global _settings
    _settings = settings


def turn_color(number: int) -> Any:
    """The colour of the cycle with a number."""
    colors = _settings['axes.prop_cycle'].by_key().get('color', ['k'])
    return colors[number % len(colors)]


# ---------------------------------------------------------------- how figures carry colours


class Color(NamedTuple):
    """One colour as figures carry it.

    Args:
        name: `C0` … `C9` for those that are given out in turn, a name of CSS, or `#rrggbb`.
        alpha: its own opacity, if it has one.
    """

    name: str
    alpha: float | None = None


def color_of(value: Any) -> Color:
    """What figures say of a colour.

    Raises:
        ValueError: when it is no colour.
    """
    if isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], (str, tuple, list)):
        return Color(color_of(value[0]).name, float(value[1]))
    if isinstance(value, str):
        return _named(value)
    red, green, blue, alpha = to_rgba(value)
    name = to_hex((red, green, blue))
    return Color(_known_name(name) or name, alpha if len(as_list(value)) == 4 and alpha < 1 else None)


def colors_of(values: Any) -> list[str] | None:
    """What figures say of a sequence of colours; None when it is no such sequence."""
    listed = as_list(values)
    if not isinstance(listed, (list, tuple)) or not listed or isinstance(listed[0], (int, float)):
        return None
    return [color_of(one if isinstance(one, str) else tuple(as_list(one))).name for one in listed]


def _named(text: str) -> Color:
    lower = text.lower()
    if lower == 'none':
        return Color('black', 0.0)
    if text in _LETTERS:
        return Color(_LETTERS[text])
    if lower in CSS4_COLORS:
        return Color(lower)
    *_, alpha = to_rgba(text)
    if _TURN.match(text):
        text = turn_color(int(text[1:]))
        return color_of(text)
    name = to_hex(text)
    return Color(_known_name(name) or name, alpha if alpha < 1 else None)


_THEMED = {'#ff0000': 'red', '#0000ff': 'blue', '#008000': 'green', '#000000': 'black', '#ffffff': 'white'}


def _known_name(name: str) -> str | None:
    """`C3` for the fourth colour of matplotlib's own cycle, `red`, …: the theme has its own for these."""
    digits = name[1:]
    return f'C{_TABLEAU_HEX.index(digits)}' if digits in _TABLEAU_HEX else _THEMED.get(name)


def checked(value: Any) -> Any:
    """A colour as it was given.

    Raises:
        ValueError: when it is none.
    """
    if value is None or (isinstance(value, str) and value == 'auto') or is_color_like(value):
        return value
    raise ValueError(f'{value!r} is not a valid value for color')


def __getattr__(name: str) -> Any:
    if name in LATE:
        return getattr(importlib.import_module(LATE[name]), name)
    if name in ('cnames', 'colorConverter'):
        return CSS4_COLORS if name == 'cnames' else None
    raise AttributeError(f"module 'matplotlib.colors' has no attribute {name!r}")
