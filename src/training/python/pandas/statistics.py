"""Numbers about a column. Missing values do not count."""

import math
from typing import Any

from .column import NAN, Column

__all__ = [
    'SUMMARY',
    'count',
    'deviation',
    'least',
    'mean',
    'most',
    'pairwise_sum',
    'quantile',
    'sum_in_order',
    'summary',
    'total',
    'variance',
]


def pairwise_sum(values: list[float]) -> float:
    """A sum in the order in which numpy adds."""
    count = len(values)
    if count < 8:
        return sum_in_order(values)
    if count <= 128:
        whole = count - count % 8
        parts = [sum_in_order(values[i:whole:8]) for i in range(8)]
        first = (parts[0] + parts[1]) + (parts[2] + parts[3])
        total = first + ((parts[4] + parts[5]) + (parts[6] + parts[7]))
        for value in values[whole:]:
            total += value
        return total
    half = count // 2
    half -= half % 8
    return pairwise_sum(values[:half]) + pairwise_sum(values[half:])


def sum_in_order(values: list[float]) -> float:
    """A sum from left to right, which Python's own `sum` of floats is not."""
    total: float = 0
    for value in values:
        total += value
    return total


def total(column: Column) -> Any:
    """The sum."""
    return (
        pairwise_sum(column.present()) if column.dtype.kind != 'f' else float(pairwise_sum(column.present()))
    )


def mean(column: Column) -> float:
    """The arithmetic mean."""
    values = column.present()
    return pairwise_sum(values) / len(values) if values else NAN


def variance(column: Column, ddof: int = 1) -> float:
    """The sum of squared distances from the mean, divided by n - ddof."""
    values = column.present()
    if len(values) <= ddof:
        return NAN
    middle = pairwise_sum(values) / len(values)
    return pairwise_sum([(middle - value) ** 2 for value in values]) / (len(values) - ddof)


def deviation(column: Column, ddof: int = 1) -> float:
    """The standard deviation."""
    return math.sqrt(variance(column, ddof))


def quantile(column: Column, part: float = 0.5) -> float:
    """The value that a part of all values lies below, linear between two."""
    values = sorted(column.present())
    if not values:
        return NAN
    place = part * (len(values) - 1)
    low = math.floor(place)
    high = min(low + 1, len(values) - 1)
    return values[low] + (values[high] - values[low]) * (place - low)


def least(column: Column) -> Any:
    """The smallest value."""
    return min(column.present(), default=NAN)


def most(column: Column) -> Any:
    """The largest value."""
    return max(column.present(), default=NAN)


def count(column: Column) -> int:
    """How many values are not missing."""
    return len(column.present())


SUMMARY = ('count', 'mean', 'std', 'min', '25%', '50%', '75%', 'max')
"""What `describe` gives of a column of numbers."""


def summary(column: Column) -> list[float]:
    """The numbers that `SUMMARY` names."""
    quarters = [quantile(column, part) for part in (0.25, 0.5, 0.75)]
    numbers = [count(column), mean(column), deviation(column), least(column), *quarters, most(column)]
    return [float(number) for number in numbers]
