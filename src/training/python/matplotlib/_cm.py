"""Colour maps that are formulas: red, green and blue of a place from 0 to 1."""

import math
from collections.abc import Callable

__all__ = ['FORMULAS', 'Channel']

Channel = Callable[[float], float]
_PI = math.pi


def _helix(part: float, other: float) -> Channel:
    """Green's cubehelix: a spiral around the grey diagonal."""

    def channel(x: float) -> float:
        amplitude = x * (1 - x) / 2
        angle = 2 * _PI * (0.5 / 3 - 1.5 * x)
        return x + amplitude * (part * math.cos(angle) + other * math.sin(angle))

    return channel


def _gnuplot2_blue(x: float) -> float:
    if x < 0.25:
        return 4 * x
    return -2 * x + 1.84 if x < 0.92 else x / 0.08 - 11.5


FORMULAS: dict[str, tuple[Channel, Channel, Channel]] = {
    'afmhot': (lambda x: 2 * x, lambda x: 2 * x - 0.5, lambda x: 2 * x - 1),
    'cubehelix': (_helix(-0.14861, 1.78277), _helix(-0.29227, -0.90649), _helix(1.97294, 0.0)),
    'flag': (
        lambda x: 0.75 * math.sin((31.5 * x + 0.25) * _PI) + 0.5,
        lambda x: math.sin(31.5 * x * _PI),
        lambda x: 0.75 * math.sin((31.5 * x - 0.25) * _PI) + 0.5,
    ),
    'gist_gray': (lambda x: x, lambda x: x, lambda x: x),
    'gist_heat': (lambda x: 1.5 * x, lambda x: 2 * x - 1, lambda x: 4 * x - 3),
    'gist_yarg': (lambda x: 1 - x, lambda x: 1 - x, lambda x: 1 - x),
    'gnuplot': (math.sqrt, lambda x: x**3, lambda x: math.sin(2 * _PI * x)),
    'gnuplot2': (lambda x: x / 0.32 - 0.78125, lambda x: 2 * x - 0.84, _gnuplot2_blue),
    'ocean': (lambda x: 3 * x - 2, lambda x: abs((3 * x - 1) / 2), lambda x: x),
    'prism': (
        lambda x: 0.75 * math.sin((20.9 * x + 0.25) * _PI) + 0.67,
        lambda x: 0.75 * math.sin((20.9 * x - 0.25) * _PI) + 0.33,
        lambda x: -1.1 * math.sin(20.9 * x * _PI),
    ),
    'rainbow': (
        lambda x: abs(2 * x - 0.5),
        lambda x: math.sin(_PI * x),
        lambda x: math.cos(_PI * x / 2),
    ),
}
