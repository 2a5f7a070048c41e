"""Colour maps in few words: the colours from which all others follow by even mixing."""

from collections.abc import Callable
from typing import Any

__all__ = ['ramp_of']

_SHADES = 256


def ramp_of(cmap: Any, part_of: Callable[[float], float] | None = None) -> list[list[Any]]:
    """The protocol's `Ramp`; no colour is wrong by more than a step of 255.

    Args:
        cmap: the map.
        part_of: which part of the map an even part of the numbers has; the same unless given.
    """
    if part_of is None:
        known = cmap.__dict__.get('_ramp')
        if known is None or known[0] is not cmap.rows():
            known = cmap.__dict__['_ramp'] = (cmap.rows(), _shortened(cmap.rows()))
        return known[1]
    return _shortened([cmap(float(part_of(i / (_SHADES - 1)))) for i in range(_SHADES)])


def _shortened(rows: list[Any]) -> list[list[Any]]:
    colors = [[255 * float(part) for part in row[:3]] for row in rows]
    if len(colors) < _SHADES:
        return _steps(colors)
    kept, start = [0], 0
    while start < len(colors) - 1:
        start = _reach(colors, start)
        kept.append(start)
    return [[place / (len(colors) - 1), _hex(colors[place])] for place in kept]


def _steps(colors: list[list[float]]) -> list[list[Any]]:
    count = len(colors)
    return [[(i + end) / count, _hex(color)] for i, color in enumerate(colors) for end in (0, 1)]


def _reach(colors: list[list[float]], start: int) -> int:
    """The last place up to which all colours lie on straight lines from one place."""
    first = colors[start]
    low, high = [-1e9] * 3, [1e9] * 3
    end = start + 1
    for place in range(start + 1, len(colors)):
        steps = place - start
        slopes = [(colors[place][i] - first[i]) / steps for i in range(3)]
        if any(not low[i] <= slopes[i] <= high[i] for i in range(3)):
            break
        end = place
        low = [max(low[i], slopes[i] - 0.7 / steps) for i in range(3)]
        high = [min(high[i], slopes[i] + 0.7 / steps) for i in range(3)]
    return end


def _hex(color: list[float]) -> str:
    return '#' + ''.join(f'{round(part):02x}' for part in color)
