"""Into which intervals numbers fall."""

import math
from bisect import bisect_right
from itertools import pairwise
from typing import Any

from .values import array_of, numbers

__all__ = ['bin_edges', 'bin_of']


def bin_edges(values: list[float], bins: Any, limits: Any) -> list[float]:
    """The bounds of intervals.

    Args:
        values: the numbers.
        bins: how many intervals, their bounds, or the name of a rule of numpy's.
        limits: from where to where.

    Raises:
        ValueError: when there are none.
    """
    if isinstance(bins, str):
        return _by_rule(values, bins, limits)
    if hasattr(bins, '__len__'):
        edges = numbers(bins)
        if any(b < a for a, b in pairwise(edges)):
            raise ValueError('`bins` must increase monotonically, when an array')
        return edges
    count = int(bins)
    if count < 1:
        raise ValueError('`bins` must be positive, when an integer')
    low, high = _range(values, limits)
    step = (high - low) / count
    return [*(low + step * i for i in range(count)), high]


def _range(values: list[float], limits: Any) -> tuple[float, float]:
    if limits is not None:
        low, high = float(limits[0]), float(limits[1])
        if low > high:
            raise ValueError('max must be larger than min in range parameter.')
    else:
        known = [value for value in values if not math.isnan(value)]
        low, high = (min(known), max(known)) if known else (0.0, 1.0)
    if not (math.isfinite(low) and math.isfinite(high)):
        raise ValueError(f'autodetected range of [{low}, {high}] is not finite')
    return (low - 0.5, high + 0.5) if low == high else (low, high)


def bin_of(value: float, edges: list[float]) -> int | None:
    """Which interval a number falls into; the last one includes its upper bound."""
    if not edges[0] <= value <= edges[-1]:
        return None
    return min(bisect_right(edges, value) - 1, len(edges) - 2)


def _quantile(ordered: list[float], part: float) -> float:
    exact = part * (len(ordered) - 1)
    low = math.floor(exact)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (exact - low)


def _spread(values: list[float]) -> float:
    mean = math.fsum(values) / len(values)
    return math.sqrt(math.fsum((value - mean) ** 2 for value in values) / len(values))


def _rule_width(values: list[float], rule: str) -> float:
    """The width of an interval by one of numpy's rules; 0 where the rule has none."""
    count = len(values)
    span = max(values) - min(values)
    ordered = sorted(values)
    quartiles = _quantile(ordered, 0.75) - _quantile(ordered, 0.25)
    if rule == 'sqrt':
        return span / math.sqrt(count)
    if rule == 'sturges':
        return span / (math.log2(count) + 1)
    if rule == 'rice':
        return span / (2 * count ** (1 / 3))
    if rule == 'scott':
        return (24 * math.sqrt(math.pi) / count) ** (1 / 3) * _spread(values)
    if rule == 'fd':
        return 2 * quartiles * count ** (-1 / 3)
    if rule == 'doane':
        return _doane(values, span)
    wide, narrow = _rule_width(values, 'fd'), _rule_width(values, 'sturges')
    return min(wide, narrow) if wide else narrow


def _doane(values: list[float], span: float) -> float:
    count, spread = len(values), _spread(values)
    if count < 3 or not spread:
        return 0.0
    mean = math.fsum(values) / count
    skew = math.fsum(((value - mean) / spread) ** 3 for value in values) / count
    scale = math.sqrt(6 * (count - 2) / ((count + 1) * (count + 3)))
    return span / (1 + math.log2(count) + math.log2(1 + abs(skew) / scale))


_RULES = ('auto', 'doane', 'fd', 'rice', 'scott', 'sqrt', 'sturges')


def _by_rule(values: list[float], rule: str, limits: Any) -> list[float]:
    if rule not in _RULES:
        raise ValueError(f'{rule!r} is not a valid estimator for `bins`')
    low, high = _range(values, limits)
    inside = [value for value in values if low <= value <= high]
    width = _rule_width(inside, rule) if inside else 0.0
    count = math.ceil((high - low) / width) if width else 1
    return numbers(array_of(bin_edges(inside, count, (low, high))))
