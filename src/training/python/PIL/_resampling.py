"""Pictures of another size, in whole numbers as Pillow has them for eight bits a channel (`Resample.c`)."""

import math
from collections.abc import Callable
from functools import lru_cache
from itertools import accumulate, repeat
from typing import Any

import torch

__all__ = ['FILTERS', 'resample', 'resized', 'shares']

_PRECISION = 1 << 22
"""Weights are whole numbers of this part of one."""


def _box(x: float) -> float:
    return 1.0 if -0.5 < x <= 0.5 else 0.0


def _bilinear(x: float) -> float:
    return max(0.0, 1.0 - abs(x))


def _hamming(x: float) -> float:
    x = abs(x)
    if x == 0.0:
        return 1.0
    if x >= 1.0:
        return 0.0
    x *= math.pi
    # Pillow's constants are float32.
    return math.sin(x) / x * (0.5400000214576721 + 0.46000000834465027 * math.cos(x))


def _bicubic(x: float) -> float:
    a, x = -0.5, abs(x)
    if x < 1.0:
        return ((a + 2.0) * x - (a + 3.0)) * x * x + 1
    return (((x - 5) * x + 8) * x - 4) * a if x < 2.0 else 0.0


def _lanczos(x: float) -> float:
    return _sinc(x) * _sinc(x / 3) if -3.0 <= x < 3.0 else 0.0


def _sinc(x: float) -> float:
    return 1.0 if x == 0.0 else math.sin(x * math.pi) / (x * math.pi)


FILTERS: dict[int, tuple[Callable[[float], float], float]] = {
    1: (_lanczos, 3.0),
    2: (_bilinear, 1.0),
    3: (_bicubic, 2.0),
    4: (_box, 0.5),
    5: (_hamming, 1.0),
}
"""Number of a filter -> its function, and how far from 0 it reaches."""


def _shares(start: float, end: float, old: int, new: int, kind: int) -> list[list[float]]:
    """How much each old pixel counts in each new one: `new` rows of `old` numbers that sum to 1."""
    function, reach = FILTERS[kind]
    scale = (end - start) / new
    stretched = max(scale, 1.0)
    support = reach * stretched
    rows = []
    for place in range(new):
        center = start + (place + 0.5) * scale
        first, last = max(0, int(center - support + 0.5)), min(old, int(center + support + 0.5))
        values = [function((x - center + 0.5) / stretched) for x in range(first, last)]
        total = sum(values) or 1.0
        rows.append([0.0] * first + [value / total for value in values] + [0.0] * (old - last))
    return rows


@lru_cache(maxsize=64)
def shares(old: int, new: int, kind: int) -> Any:
    """How much each old pixel counts in each new one: float64 of shape (old, new)."""
    return torch.tensor(_shares(0.0, float(old), old, new, kind), dtype=torch.float64).T.contiguous()


@lru_cache(maxsize=64)
def _weights(start: float, end: float, old: int, new: int, kind: int) -> Any:
    """The shares as whole numbers of a part of one: float64 of shape (old, new)."""
    rows = torch.tensor(_shares(start, end, old, new, kind), dtype=torch.float64) * _PRECISION
    return (rows + torch.where(rows < 0, -0.5, 0.5)).trunc().T.contiguous()


def _rounded(sums: Any) -> Any:
    return ((sums + _PRECISION // 2) / _PRECISION).floor().clamp(0, 255)


def resample(pixels: Any, size: tuple[int, int], kind: int, box: tuple[float, ...]) -> Any:
    """Pixels (height, width, channels) of a box (left, upper, right, lower) at another size (width, height).

    Args:
        pixels: uint8.
        kind: one of `FILTERS`.

    Returns:
        uint8 of shape (height, width, channels).
    """
    height, width, _ = pixels.shape
    values = pixels.permute(2, 0, 1).double()
    left, upper, right, lower = box
    if size[0] != width or left or right != size[0]:
        values = _rounded(values @ _weights(left, right, width, size[0], kind))
    if size[1] != height or upper or lower != size[1]:
        values = _rounded(_weights(upper, lower, height, size[1], kind).T @ values)
    return values.permute(1, 2, 0).to(torch.uint8)


def _nearest(pixels: Any, size: tuple[int, int], box: tuple[float, ...]) -> Any:
    """The nearest old pixel for each new one, at another size (width, height)."""
    left, upper, right, lower = box
    rows = _places(upper, lower, pixels.shape[0], size[1])
    columns = _places(left, right, pixels.shape[1], size[0])
    return pixels.index_select(0, rows).index_select(1, columns)


def _places(start: float, end: float, old: int, new: int) -> Any:
    # Step by step as `Geometry.c`: at the middle between two pixels the sum's rounding decides.
    step = (end - start) / new
    steps = accumulate(repeat(step, new - 1), initial=start + step * 0.5)
    return torch.tensor([min(old - 1, int(place)) for place in steps])


def resized(pixels: Any, mode: str, size: tuple[int, int], kind: int, box: tuple[float, ...]) -> Any:
    """Pixels of any mode at another size.

    Raises:
        NotImplementedError: for the modes `I` and `F`, unless by the nearest pixel.
    """
    if kind == 0:
        return _nearest(pixels, size, box)
    if mode in ('LA', 'RGBA'):
        return _unweighted(resample(_weighted(pixels), size, kind, box))
    if mode in ('I', 'F'):
        raise NotImplementedError(f'D2L Exercises resizes pictures of mode {mode} by NEAREST only')
    return resample(pixels, size, kind, box)


def _weighted(pixels: Any) -> Any:
    """Colors times opacity, so that what cannot be seen does not shine through."""
    opacity = pixels[..., -1:].int()
    products = pixels[..., :-1].int() * opacity + 128
    return torch.cat([((products >> 8) + products >> 8).to(torch.uint8), pixels[..., -1:]], -1)


def _unweighted(pixels: Any) -> Any:
    opacity = pixels[..., -1:].int()
    colors = (255 * pixels[..., :-1].int()).div(opacity.clamp(min=1), rounding_mode='floor').clamp(0, 255)
    kept = torch.where((opacity == 0) | (opacity == 255), pixels[..., :-1].int(), colors)
    return torch.cat([kept.to(torch.uint8), pixels[..., -1:]], -1)
