"""matplotlib's format strings: colour, marker and line style in one, as in `m--` or `bo`."""

import re
from typing import Any

_FORMAT = re.compile(r'^(?:C\d|[bgrcmykw])?(?:[.,ov^<>12348spP*hH+xXDd|_])?(?:--|-\.|-|:)?$')
_PARTS = re.compile(r'(?P<color>C\d|[bgrcmykw])|(?P<line>--|-\.|-|:)|(?P<marker>[.,ov^<>12348spP*hH+xXDd|_])')
_COLORS = {
    'blue': 'b',
    'green': 'g',
    'red': 'r',
    'cyan': 'c',
    'magenta': 'm',
    'yellow': 'y',
    'black': 'k',
    'white': 'w',
}
_LINES = {'solid': '-', 'dashed': '--', 'dashdot': '-.', 'dotted': ':'}


def parts_of(fmt: str) -> dict[str, str]:
    """Colour, marker and line of a format string.

    Raises:
        ValueError: when it is none.
    """
    found: dict[str, str] = {}
    position = 0
    while position < len(fmt):
        match = _PARTS.match(fmt, position)
        if match is None or match.lastgroup is None:
            raise ValueError(
                f'{fmt!r} is not a valid format string (unrecognized character {fmt[position]!r})'
            )
        found[match.lastgroup] = match.group()
        position = match.end()
    return found


def combined(fmt: str, options: dict[str, Any]) -> str:
    """A format string that says what a format string and keyword arguments say together."""
    parts = parts_of(fmt)
    color = options.get('color', options.get('c'))
    if isinstance(color, str):
        short = _COLORS.get(color, color)
        if _FORMAT.match(short):
            parts['color'] = short
    line = options.get('linestyle', options.get('ls'))
    if isinstance(line, str) and line:
        parts['line'] = _LINES.get(line, line)
    marker = options.get('marker')
    if isinstance(marker, str) and marker not in ('', 'None'):
        parts['marker'] = marker
        if 'line' not in parts:
            parts['line'] = '-'
    return parts.get('color', '') + parts.get('marker', '') + parts.get('line', '')
