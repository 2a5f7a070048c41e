"""Polynomials by their coefficients, the highest power first."""

from typing import Any

from .array import as_tensor, ndarray
from .creation import array, asarray
from .signals import convolve


def polyder(p: Any, m: int = 1) -> ndarray:
    """The coefficients of the m-th derivative."""
    found = asarray(p).tolist()
    for _ in [None] * m:
        found = [each * power for each, power in zip(found, range(len(found) - 1, 0, -1), strict=False)]
    return array(found)


def polyint(p: Any, m: int = 1) -> ndarray:
    """The coefficients of the m-th integral, which is 0 at 0."""
    found = asarray(p).tolist()
    for _ in [None] * m:
        found = [each / power for each, power in zip(found, range(len(found), 0, -1), strict=True)] + [0.0]
    return array(found)


def polyadd(a1: Any, a2: Any) -> ndarray:
    """The coefficients of the sum."""
    first, second = asarray(a1).tolist(), asarray(a2).tolist()
    size = max(len(first), len(second))
    padded = ([0] * (size - len(each)) + each for each in (first, second))
    return array([left + right for left, right in zip(*padded, strict=True)])


def polymul(a1: Any, a2: Any) -> ndarray:
    """The coefficients of the product."""
    return convolve(as_tensor(a1), as_tensor(a2))
