"""Covariances of Gaussian processes."""

from typing import Any

import numpy as np

__all__ = ['distance_matrix', 'rbfkernel']

_OFFERED_LATE_BY = 'd2l.torch'


def distance_matrix(x: Any, y: Any, p: float = 2) -> Any:
    """Minkowski's distances of every row of x (m, k) from every row of y (n, k), of shape (m, n)."""
    differences = np.abs(np.asarray(x)[:, None, :] - np.asarray(y)[None, :, :])
    if p == np.inf:
        return differences.max(axis=-1)
    return (differences**p).sum(axis=-1) ** (1 / p)


def rbfkernel(x1: Any, x2: Any, ls: float = 4.0) -> Any:
    """The covariance exp(-d^2 / (2 ls)) of points at distance d.

    Args:
        x1: m numbers.
        x2: n numbers.
        ls: the length scale.

    Returns:
        Of shape (m, n).
    """
    distances = distance_matrix(np.expand_dims(x1, 1), np.expand_dims(x2, 1))
    return np.exp(-(1.0 / ls / 2) * distances**2)
