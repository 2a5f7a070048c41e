"""Polynomials by their coefficients, the highest power first."""

from typing import Any

import torch

from .creation import array, asarray
from .mathematics import convolve
from .multiarray import as_tensor, floating, ndarray
from .twodim_base import vander

__all__ = ['polyadd', 'polyder', 'polyfit', 'polyint', 'polymul', 'polyval']

_OFFERED_LATE_BY = 'numpy'


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


def polyval(p: Any, x: Any) -> Any:
    """A polynomial's value; the coefficient of the highest power comes first."""
    x = asarray(x) if isinstance(x, (list, tuple)) else x
    total: Any = 0
    for coefficient in asarray(p).tolist():
        total = total * x + coefficient
    return total


def polyfit(x: Any, y: Any, deg: int) -> ndarray:
    """The polynomial of least squares; the coefficient of the highest power comes first."""
    powers = vander(x, deg + 1)._t.double()
    return ndarray._of(torch.linalg.lstsq(powers, floating(y).reshape(-1, 1).double()).solution.reshape(-1))
