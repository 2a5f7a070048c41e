"""Distances of two vectors, and of two collections of vectors."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy import ndarray

__all__ = ['cdist', 'chebyshev', 'cityblock', 'cosine', 'euclidean', 'sqeuclidean']


def _vectors(u: Any, v: Any) -> tuple[ndarray, ndarray]:
    return np.asarray(u, dtype=float), np.asarray(v, dtype=float)


def sqeuclidean(u: Any, v: Any) -> float:
    """The sum of squared differences."""
    first, second = _vectors(u, v)
    return ((first - second) ** 2).sum()


def euclidean(u: Any, v: Any) -> float:
    """The length of the straight line."""
    return np.sqrt(sqeuclidean(u, v))


def cityblock(u: Any, v: Any) -> float:
    """The sum of absolute differences."""
    first, second = _vectors(u, v)
    return np.abs(first - second).sum()


def chebyshev(u: Any, v: Any) -> float:
    """The largest absolute difference."""
    first, second = _vectors(u, v)
    return np.abs(first - second).max()


def cosine(u: Any, v: Any) -> float:
    """1 less the cosine of the angle."""
    first, second = _vectors(u, v)
    return 1 - (first * second).sum() / np.sqrt((first**2).sum() * (second**2).sum())


_METRICS: dict[str, Callable[[Any, Any], float]] = {
    'euclidean': euclidean,
    'sqeuclidean': sqeuclidean,
    'cityblock': cityblock,
    'chebyshev': chebyshev,
    'cosine': cosine,
}


def cdist(XA: Any, XB: Any, metric: Any = 'euclidean') -> ndarray:
    """The distance of every row of one array from every row of another.

    Args:
        metric: the name of a distance, or a function of two vectors.

    Raises:
        ValueError: for an unknown name.
    """
    if not callable(metric) and metric not in _METRICS:
        raise ValueError(f'Unknown Distance Metric: {metric}')
    function: Callable[[Any, Any], Any] = metric if callable(metric) else _METRICS[metric]
    first, second = _vectors(XA, XB)
    return np.array([[float(function(a, b)) for b in second] for a in first])
