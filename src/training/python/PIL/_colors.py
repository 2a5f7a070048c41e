"""Colors that a program names: a number, one for each channel, `#rrggbb`, or a word."""

from typing import Any

from ._modes import BANDS

__all__ = ['color_in']

_NAMED = {
    'black': (0, 0, 0),
    'white': (255, 255, 255),
    'gray': (128, 128, 128),
    'grey': (128, 128, 128),
    'red': (255, 0, 0),
    'green': (0, 128, 0),
    'lime': (0, 255, 0),
    'blue': (0, 0, 255),
    'yellow': (255, 255, 0),
    'cyan': (0, 255, 255),
    'magenta': (255, 0, 255),
    'orange': (255, 165, 0),
    'purple': (128, 0, 128),
}


def color_in(mode: str, color: Any) -> list[Any]:
    """One number for each channel of a mode.

    Raises:
        ValueError: for a word that names no color here.
    """
    channels = len(BANDS[mode])
    if isinstance(color, str):
        color = _named(color)
        if channels < 3:
            color = ((color[0] * 19595 + color[1] * 38470 + color[2] * 7471 + 0x8000) >> 16,)
    if not isinstance(color, (tuple, list)):
        return (
            [color] * min(channels, 3)
            + [255] * (channels == 4 and color != 0)
            + [0] * (channels == 4 and color == 0)
        )
    return list(color) + [255] * (channels - len(color))


def _named(name: str) -> tuple[int, ...]:
    if name.startswith('#') and len(name) == 7:
        return tuple(int(name[i : i + 2], 16) for i in (1, 3, 5))
    if name.lower() not in _NAMED:
        raise ValueError(f'unknown color specifier: {name!r}')
    return _NAMED[name.lower()]
