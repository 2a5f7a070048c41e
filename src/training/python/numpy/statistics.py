"""Statistics: order, averages, correlations, histograms."""

import math
from bisect import bisect_right
from typing import Any

import torch

from .creation import array, asarray
from .mathematics import convolve
from .multiarray import as_tensor, floating, ndarray, wrap
from .sorting import searchsorted

__all__ = [
    'average',
    'bincount',
    'corrcoef',
    'correlate',
    'cov',
    'digitize',
    'histogram',
    'median',
    'percentile',
    'ptp',
    'quantile',
]

_OFFERED_LATE_BY = 'numpy'


def percentile(a: Any, q: Any, axis: int | None = None) -> Any:
    """The values below which so many hundredths of all lie, linear between two."""
    return quantile(a, [part / 100 for part in q] if hasattr(q, '__len__') else q / 100, axis)


def quantile(a: Any, q: Any, axis: int | None = None) -> Any:
    """The values below which a part of all lies, linear between two."""
    if hasattr(q, '__len__'):
        return array([quantile(a, float(part), axis).tolist() for part in q])
    source = floating(a)
    source, along = (source.reshape(-1), 0) if axis is None else (source, axis)
    ordered = source.sort(along)[0]
    exact = q * (source.shape[along] - 1)
    low = math.floor(exact)
    high = min(low + 1, source.shape[along] - 1)
    first, second = ordered.select(along, low), ordered.select(along, high)
    return wrap(first + (second - first) * (exact - low))


def median(a: Any, axis: int | None = None) -> Any:
    """The value in the middle, between two of them their mean."""
    return quantile(a, 0.5, axis)


def average(a: Any, axis: int | None = None, weights: Any = None) -> Any:
    """The mean, weighted where there are weights."""
    values = asarray(a)
    if weights is None:
        return values.mean(axis)
    counted = asarray(weights)
    return (values * counted).sum(axis) / counted.sum(axis if counted.ndim == values.ndim else None)


def histogram(
    a: Any, bins: Any = 10, range: Any = None, density: bool = False, weights: Any = None
) -> tuple[ndarray, ndarray]:
    """How many values fall into each of several intervals, and their bounds; `density`: as an area of 1."""
    values = asarray(a).reshape(-1).tolist()
    bounds = _bounds(values, bins, range)
    counts = [0] * (len(bounds) - 1)
    for value in values:
        if bounds[0] <= value <= bounds[-1]:
            counts[min(bisect_right(bounds, value) - 1, len(counts) - 1)] += 1
    if density:
        total = sum(counts)
        return array(
            [c / total / (b - a) for c, a, b in zip(counts, bounds, bounds[1:], strict=False)]
        ), array(bounds)
    return array(counts), array(bounds)


def _bounds(values: list[float], bins: Any, limits: Any) -> list[float]:
    if not isinstance(bins, int):
        return [float(bound) for bound in bins]
    if bins < 1:
        raise ValueError('`bins` must be positive, when an integer')
    low, high = limits if limits is not None else (min(values, default=0.0), max(values, default=1.0))
    if low == high:
        low, high = low - 0.5, high + 0.5
    return [low + (high - low) * i / bins for i in range(bins + 1)]


def bincount(x: Any, weights: Any = None, minlength: int = 0) -> ndarray:
    """How often each of 0, 1, 2, … appears, or the sum of the weights of each.

    Raises:
        ValueError: for a negative number.
    """
    values = as_tensor(x).long()
    if values.numel() and int(values.min()) < 0:
        raise ValueError("'list' argument must have no negative elements")
    least = max(minlength, int(values.max()) + 1 if values.numel() else 0)
    if weights is not None:
        made = torch.zeros(least, dtype=torch.float64)
        return ndarray._of(made.index_add(0, values, as_tensor(weights).double()))
    return ndarray._of(torch.bincount(values, minlength=least))


def ptp(a: Any, axis: int | None = None) -> Any:
    """The difference of the largest and the smallest element."""
    values = asarray(a)
    return values.max(axis) - values.min(axis)


def cov(m: Any, y: Any = None, rowvar: bool = True, bias: bool = False, ddof: int | None = None) -> Any:
    """The covariances of the rows, or of the columns when rowvar is False."""
    rows = _observations(m, rowvar)
    if y is not None:
        rows = torch.cat([rows, _observations(y, rowvar)])
    less = ddof if ddof is not None else 0 if bias else 1
    centred = rows - rows.mean(1, keepdim=True)
    found = centred @ centred.T / (rows.shape[1] - less)
    return wrap(found.squeeze()) if found.numel() == 1 else ndarray._of(found)


def _observations(m: Any, rowvar: bool) -> Any:
    source = as_tensor(m).double()
    if source.dim() < 2:
        return source.reshape(1, -1)
    return source if rowvar else source.T


def corrcoef(x: Any, y: Any = None, rowvar: bool = True) -> Any:
    """The correlations of the rows, or of the columns when rowvar is False."""
    found = as_tensor(cov(x, y, rowvar))
    if not found.dim():
        return wrap(found / found)
    spread = found.diagonal().sqrt()
    return ndarray._of((found / spread.unsqueeze(1) / spread).clamp(-1, 1))


def correlate(a: Any, v: Any, mode: str = 'valid') -> ndarray:
    """The cross-correlation of two vectors."""
    first, second = as_tensor(a), as_tensor(v)
    if first.numel() < second.numel():
        return ndarray._of(convolve(second.flip(0), first, mode)._t.flip(0))
    return convolve(first, second.flip(0), mode)


def digitize(x: Any, bins: Any, right: bool = False) -> Any:
    """The number of the interval, between ascending bounds, that each value is in."""
    return searchsorted(bins, x, 'left' if right else 'right')
