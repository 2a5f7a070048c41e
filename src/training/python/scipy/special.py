"""Functions of numbers and arrays."""

from typing import Any

import numpy as np
import torch
from numpy import ndarray

__all__ = ['erf', 'expit', 'gammaln', 'log_softmax', 'logit', 'logsumexp', 'softmax']


def _of(function: Any, x: Any) -> Any:
    found = function(torch.as_tensor(np.asarray(x, dtype=float)))
    return found.numpy() if found.dim() else np.float64(found.item())


def erf(z: Any) -> Any:
    """The error function."""
    return _of(torch.erf, z)


def expit(x: Any) -> Any:
    """The logistic function, 1 / (1 + exp(-x))."""
    return _of(torch.sigmoid, x)


def logit(x: Any) -> Any:
    """log(x / (1 - x))."""
    return _of(torch.logit, x)


def gammaln(x: Any) -> Any:
    """The logarithm of the gamma function's absolute value."""
    return _of(torch.lgamma, x)


def logsumexp(a: Any, axis: int | None = None, keepdims: bool = False) -> Any:
    """The logarithm of the sum of exponentials, without overflow."""
    dims = tuple(range(np.ndim(a))) if axis is None else axis
    return _of(lambda values: torch.logsumexp(values, dims, keepdims), a)


def softmax(x: Any, axis: int | None = None) -> ndarray:
    """Exponentials divided by their sum, of all or along a dimension."""
    values = np.asarray(x, dtype=float)
    return np.exp(values - logsumexp(values, axis=axis, keepdims=True))


def log_softmax(x: Any, axis: int | None = None) -> ndarray:
    """The logarithm of `softmax`."""
    values = np.asarray(x, dtype=float)
    return values - logsumexp(values, axis=axis, keepdims=True)
