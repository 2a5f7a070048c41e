"""matplotlib's format strings: colour, marker and line style in one, as in `m--` or `bo`."""

import re
from typing import Any

from .colors import color_of

_PARTS = re.compile(r'(?P<color>C\d|[bgrcmykw])|(?P<line>--|-\.|-|:)|(?P<marker>[.,ov^<>12348spP*hH+xXDd|_])')
_LINES = {'solid': '-', 'dashed': '--', 'dashdot': '-.', 'dotted': ':', 'None': '', 'none': '', ' ': ''}
_NO_LINE = ','
"""A marker too small to be seen: what a format string says of a curve with neither line nor marker."""


def parts_of(fmt: str) -> dict[str, str]:
    """Colour, marker and line of a format string, which may be a colour alone.

    Raises:
        ValueError: when it is none.
    """
    found: dict[str, str] = {}
    position = 0
    while position < len(fmt):
        match = _PARTS.match(fmt, position)
        if match is None or match.lastgroup is None:
            return _color_alone(fmt, position)
        found[match.lastgroup] = match.group()
        position = match.end()
    return found


def _color_alone(fmt: str, position: int) -> dict[str, str]:
    try:
        return {'color': color_of(fmt).name}
    except ValueError:
        raise ValueError(
            f'{fmt!r} is not a valid format string (unrecognized character {fmt[position]!r})'
        ) from None


def look(fmt: str, options: dict[str, Any]) -> dict[str, Any]:
    """What a format string and keyword arguments say together, as fields of the protocol's `Series`."""
    parts = parts_of(fmt)
    fields = _color(options.get('color', options.get('c')), options.get('alpha'))
    if 'color' in parts and 'color' not in fields and len(parts['color']) > 2:
        fields['color'] = parts.pop('color')
    width = options.get('linewidth', options.get('lw', options.get('linewidths')))
    if width is not None and not hasattr(width, '__len__'):
        fields['linewidth'] = float(width)
    format_string = _format(parts, options)
    if 'color' in fields:
        format_string = _PARTS.sub(lambda found: '' if found['color'] else found[0], format_string)
    if format_string:
        fields['format'] = format_string
    return fields


def has_color(fields: dict[str, Any]) -> bool:
    """Whether a look says its colour."""
    return 'color' in fields or 'colors' in fields or 'color' in parts_of(fields.get('format', ''))


def _color(given: Any, alpha: Any) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    if given is not None:
        color = color_of(given)
        fields['color'] = color.name
        if color.alpha is not None:
            fields['alpha'] = color.alpha
    if isinstance(alpha, (int, float)):
        fields['alpha'] = float(alpha)
    return fields


def _format(parts: dict[str, str], options: dict[str, Any]) -> str:
    line = options.get('linestyle', options.get('ls', options.get('linestyles')))
    if isinstance(line, str):
        parts['line'] = _LINES.get(line, line)
    marker = options.get('marker')
    if isinstance(marker, str) and marker not in ('', ' ', 'None', 'none'):
        parts['marker'] = marker
        parts.setdefault('line', '-')
    if parts.get('line') == '' and 'marker' not in parts:
        parts['marker'] = _NO_LINE
    return parts.get('color', '') + parts.get('marker', '') + parts.get('line', '')
