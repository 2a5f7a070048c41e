"""Small drawings of clothes in the form of Fashion-MNIST: the stand-in's pictures."""

import random

from .idx import SIDE

__all__ = ['OUTLINES', 'Shape', 'drawn']

Shape = tuple[tuple[float, float, float, float, float], ...]
"""Trapezoids: top, bottom (0 to 1), half the width at the top and at the bottom, centre."""

_SLEEVES_SHORT: Shape = ((0.12, 0.4, 0.1, 0.08, 0.17), (0.12, 0.4, 0.1, 0.08, 0.83))
_SLEEVES_LONG: Shape = ((0.12, 0.88, 0.09, 0.07, 0.17), (0.12, 0.88, 0.09, 0.07, 0.83))

OUTLINES: tuple[Shape, ...] = (
    ((0.1, 0.92, 0.26, 0.24, 0.5), *_SLEEVES_SHORT),
    ((0.04, 0.25, 0.2, 0.22, 0.5), (0.25, 0.97, 0.1, 0.08, 0.38), (0.25, 0.97, 0.1, 0.08, 0.62)),
    ((0.08, 0.9, 0.24, 0.24, 0.5), *_SLEEVES_LONG),
    ((0.04, 0.45, 0.17, 0.11, 0.5), (0.45, 0.97, 0.11, 0.24, 0.5)),
    ((0.05, 0.97, 0.22, 0.27, 0.5), (0.08, 0.97, 0.1, 0.07, 0.15), (0.08, 0.97, 0.1, 0.07, 0.85)),
    ((0.6, 0.7, 0.12, 0.3, 0.6), (0.72, 0.8, 0.45, 0.45, 0.5), (0.45, 0.55, 0.1, 0.12, 0.8)),
    ((0.08, 0.94, 0.21, 0.21, 0.5), (0.1, 0.7, 0.08, 0.06, 0.2), (0.1, 0.7, 0.08, 0.06, 0.8)),
    ((0.48, 0.62, 0.18, 0.38, 0.58), (0.62, 0.76, 0.46, 0.46, 0.5)),
    ((0.12, 0.18, 0.16, 0.2, 0.5), (0.18, 0.38, 0.03, 0.03, 0.31), (0.38, 0.92, 0.42, 0.45, 0.5)),
    ((0.1, 0.6, 0.18, 0.2, 0.7), (0.6, 0.85, 0.42, 0.46, 0.5)),
)
"""An outline for each class, in the order of the real set's labels."""


def drawn(label: int) -> bytes:
    """A picture: the outline of a class, stretched, shifted and mottled."""
    picture = bytearray(SIDE * SIDE)
    wide, high = random.uniform(0.8, 1.15), random.uniform(0.82, 1.08)
    across, down = random.uniform(-1.5, 1.5), random.uniform(-1.5, 1.5)
    brightness = random.uniform(110, 235)
    for top, bottom, upper, lower, centre in OUTLINES[label]:
        first, last = (_row(part, high, down) for part in (top, bottom))
        for row in range(max(0, first), min(SIDE, last + 1)):
            part = (row - first) / max(1, last - first)
            half = (upper + (lower - upper) * part) * wide * SIDE
            middle = (0.5 + (centre - 0.5) * wide) * SIDE + across
            left, right = max(0, round(middle - half)), min(SIDE, round(middle + half))
            base = row * SIDE
            for place in range(base + left, base + right):
                picture[place] = int(brightness * random.uniform(0.75, 1.08))
    return bytes(picture)


def _row(part: float, high: float, down: float) -> int:
    return round((0.5 + (part - 0.5) * high) * SIDE + down)
