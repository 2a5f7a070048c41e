"""Covariances and correlations of columns."""

import math
from typing import Any

from .column import Column, missing
from .frame import DataFrame
from .series import Series

__all__ = ['corr', 'cov']


def _covariance(first: Any, second: Any) -> float:
    pairs = [(a, b) for a, b in zip(first, second, strict=True) if not missing(a) and not missing(b)]
    if len(pairs) < 2:
        return math.nan
    means = [sum(each) / len(pairs) for each in zip(*pairs, strict=True)]
    return sum((a - means[0]) * (b - means[1]) for a, b in pairs) / (len(pairs) - 1)


def _correlation(first: Any, second: Any) -> float:
    pairs = [(a, b) for a, b in zip(first, second, strict=True) if not missing(a) and not missing(b)]
    left, right = ([pair[side] for pair in pairs] for side in (0, 1))
    spread = math.sqrt(_covariance(left, left)) * math.sqrt(_covariance(right, right))
    if not spread:
        return math.nan
    found = _covariance(left, right) / spread
    return max(-1.0, min(1.0, found)) if abs(abs(found) - 1) > 1e-15 else math.copysign(1.0, found)


def _matrix(frame: DataFrame, of: Any, numeric_only: bool) -> DataFrame:
    names = [name for name in frame if not numeric_only or frame[name].dtype.numeric]
    for name in names:
        for value in frame[name]:
            if isinstance(value, str):
                raise ValueError(f'could not convert string to float: {value!r}')
    made = {name: Column([of(frame[name], frame[other]) for other in names]) for name in names}
    return DataFrame._of(made, frame[names].columns)


def corr(data: Any, other: Any = None, numeric_only: bool = False, **_: Any) -> Any:
    """The correlations of all columns, or of two series.

    Raises:
        ValueError: for a column of texts.
    """
    if isinstance(data, Series):
        return _correlation(data, other)
    return _matrix(data, _correlation, numeric_only)


def cov(data: Any, other: Any = None, numeric_only: bool = False, **_: Any) -> Any:
    """The covariances of all columns, or of two series.

    Raises:
        ValueError: for a column of texts.
    """
    if isinstance(data, Series):
        return _covariance(data, other)
    return _matrix(data, _covariance, numeric_only)
