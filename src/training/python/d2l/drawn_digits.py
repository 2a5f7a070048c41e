"""Small drawings of digits in the form of MNIST: the stand-in's pictures."""

import math
import random

from .idx import SIDE

__all__ = ['drawn']

_CORNERS = ((0.3, 0.15), (0.7, 0.15), (0.3, 0.5), (0.7, 0.5), (0.3, 0.85), (0.7, 0.85))
"""Left and right of top, middle and bottom: (across, down)."""

_STROKES = (
    ((0, 1), (0, 2), (1, 3), (2, 4), (3, 5), (4, 5)),
    ((1, 3), (3, 5)),
    ((0, 1), (1, 3), (2, 3), (2, 4), (4, 5)),
    ((0, 1), (1, 3), (2, 3), (3, 5), (4, 5)),
    ((0, 2), (1, 3), (2, 3), (3, 5)),
    ((0, 1), (0, 2), (2, 3), (3, 5), (4, 5)),
    ((0, 1), (0, 2), (2, 3), (2, 4), (3, 5), (4, 5)),
    ((0, 1), (1, 3), (3, 5)),
    ((0, 1), (0, 2), (1, 3), (2, 3), (2, 4), (3, 5), (4, 5)),
    ((0, 1), (0, 2), (1, 3), (2, 3), (3, 5), (4, 5)),
)
"""Of each digit the strokes between corners."""


def drawn(label: int) -> bytes:
    """A picture: the strokes of a digit, turned, stretched, shifted, by a pen of some width."""
    picture = bytearray(SIDE * SIDE)
    angle, size = random.uniform(-0.25, 0.25), random.uniform(0.85, 1.1) * SIDE
    across, down = SIDE / 2 + random.uniform(-2, 2), SIDE / 2 + random.uniform(-2, 2)
    width, brightness = random.uniform(0.9, 1.7), random.uniform(170, 250)
    corners = [_turned(x - 0.5, y - 0.5, angle, size, across, down) for x, y in _CORNERS]
    for first, second in _STROKES[label]:
        _draw_line(picture, corners[first], corners[second], width, brightness)
    return bytes(picture)


def _turned(x: float, y: float, angle: float, size: float, across: float, down: float) -> tuple[float, float]:
    x, y = x + random.uniform(-0.04, 0.04), y + random.uniform(-0.04, 0.04)
    cosine, sine = math.cos(angle), math.sin(angle)
    return across + size * (cosine * x - sine * y), down + size * (sine * x + cosine * y)


def _draw_line(
    picture: bytearray, start: tuple[float, float], end: tuple[float, float], width: float, brightness: float
) -> None:
    (x0, y0), (x1, y1) = start, end
    steps = max(1, round(math.hypot(x1 - x0, y1 - y0)))
    reach = math.ceil(width)
    for step in range(steps + 1):
        x, y = x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps
        for row in range(max(0, round(y) - reach), min(SIDE, round(y) + reach + 1)):
            for column in range(max(0, round(x) - reach), min(SIDE, round(x) + reach + 1)):
                covered = min(1.0, max(0.0, width + 0.5 - math.hypot(column - x, row - y)))
                place = row * SIDE + column
                picture[place] = max(picture[place], int(brightness * covered))
