"""matplotlib's format strings: colour, marker and line style in one, as in `m--` or `bo`."""

from typing import Any

from . import rcParams
from .colors import BASE_COLORS, is_color_like, to_rgba
from .lines import MARKERS

__all__ = ['format_parts']

_LINES = ('--', '-.', '-', ':', ' ')


def format_parts(fmt: str) -> dict[str, Any]:
    """Line style, marker and colour of a format string, those that it has.

    Raises:
        ValueError: when it is none.
    """
    if fmt not in ('0', '1') and is_color_like(fmt):
        return {'color': to_rgba(fmt)}
    found: dict[str, str] = {}
    place = 0
    while place < len(fmt):
        name, text = _part_at(fmt, place)
        if name in found:
            raise _bad(fmt, f'two {name} symbols')
        found[name] = text
        place += len(text)
    parts: dict[str, Any] = {}
    if 'linestyle' not in found and 'marker' not in found:
        parts['linestyle'] = rcParams['lines.linestyle']
    else:
        parts['linestyle'] = found.get('linestyle', 'None')
    parts['marker'] = found.get('marker', 'None')
    if 'color' in found:
        parts['color'] = found['color']
    return parts


def _part_at(fmt: str, place: int) -> tuple[str, str]:
    for line in _LINES:
        if fmt.startswith(line, place):
            return 'linestyle', line
    sign = fmt[place]
    if sign in MARKERS:
        return 'marker', sign
    if sign in BASE_COLORS:
        return 'color', sign
    if sign == 'C' and place < len(fmt) - 1 and fmt[place + 1].isdigit():
        return 'color', fmt[place : place + 2]
    raise _bad(fmt, f'unrecognized character {sign!r}')


def _bad(fmt: str, why: str) -> ValueError:
    return ValueError(f'{fmt!r} is not a valid format string ({why})')
