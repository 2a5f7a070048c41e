"""Distances between points."""

from typing import Any

import numpy as np
import torch
from _known import missing
from numpy import ndarray

from . import distance

__all__ = ['distance', 'distance_matrix', 'minkowski_distance']


def distance_matrix(x: Any, y: Any, p: float = 2, threshold: int = 1000000) -> ndarray:
    """The distance of every point of `x` from every point of `y`.

    Args:
        x, y: (m, k) and (n, k), points in rows.
        p: the norm, 2 for the length of the straight line.

    Returns:
        (m, n).

    Raises:
        ValueError: when the points have different numbers of coordinates.
    """
    first, second = np.asarray(x, dtype=float), np.asarray(y, dtype=float)
    if first.shape[1] != second.shape[1]:
        raise ValueError(
            f'x contains {first.shape[1]}-dimensional vectors but y contains '
            f'{second.shape[1]}-dimensional vectors'
        )
    return minkowski_distance(first[:, None, :], second[None, :, :], p)


def minkowski_distance(x: Any, y: Any, p: float = 2) -> Any:
    """The p-norm of the difference, along the last dimension."""
    difference = torch.as_tensor(np.asarray(y, dtype=float) - np.asarray(x, dtype=float))
    return torch.linalg.vector_norm(difference, p, -1).numpy()


def __getattr__(name: str) -> Any:
    raise missing('scipy.spatial', name)
