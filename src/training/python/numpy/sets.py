"""Arrays as sets of numbers."""

from typing import Any

import torch

from .creation import array, asarray
from .multiarray import as_tensor, ndarray

__all__ = ['in1d', 'intersect1d', 'isin', 'setdiff1d', 'setxor1d', 'union1d', 'unique']

_OFFERED_LATE_BY = 'numpy'


def unique(ar: Any, return_index: bool = False, return_counts: bool = False) -> Any:
    """The different elements in order; also where each is first, and how often each is."""
    values = asarray(ar).reshape(-1)
    listed = values.tolist()
    found = sorted(set(listed))
    made = [array(found, values.dtype)]
    if return_index:
        made.append(array([listed.index(value) for value in found]))
    if return_counts:
        made.append(array([listed.count(value) for value in found]))
    return made[0] if len(made) == 1 else tuple(made)


def isin(element: Any, test_elements: Any, invert: bool = False) -> ndarray:
    """Which elements are among others."""
    found = torch.isin(as_tensor(element), as_tensor(test_elements))
    return ndarray._of(~found if invert else found)


in1d = isin


def _distinct(a: Any) -> Any:
    return as_tensor(a).reshape(-1).unique()


def intersect1d(ar1: Any, ar2: Any) -> ndarray:
    """What both have, in ascending order."""
    first = _distinct(ar1)
    return ndarray._of(first[torch.isin(first, as_tensor(ar2))])


def setdiff1d(ar1: Any, ar2: Any) -> ndarray:
    """What the first has and the second has not, in ascending order."""
    first = _distinct(ar1)
    return ndarray._of(first[~torch.isin(first, as_tensor(ar2))])


def union1d(ar1: Any, ar2: Any) -> ndarray:
    """What one of them has, in ascending order."""
    return ndarray._of(torch.cat([_distinct(ar1), _distinct(ar2)]).unique())


def setxor1d(ar1: Any, ar2: Any) -> ndarray:
    """What exactly one of them has, in ascending order."""
    return union1d(setdiff1d(ar1, ar2), setdiff1d(ar2, ar1))
