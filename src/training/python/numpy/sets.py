"""Arrays as sets of numbers."""

from typing import Any

import torch

from .creation import array, asarray
from .multiarray import as_tensor, ndarray

__all__ = ['in1d', 'intersect1d', 'isin', 'setdiff1d', 'setxor1d', 'union1d', 'unique']

_OFFERED_LATE_BY = 'numpy'


def unique(
    ar: Any,
    return_index: bool = False,
    return_inverse: bool = False,
    return_counts: bool = False,
    axis: int | None = None,
) -> Any:
    """The different elements (or parts along a dimension) in order.

    Args:
        ar: the elements.
        return_index: whether to give where each is first, too.
        return_inverse: whether to give the place of each element among them, too.
        return_counts: whether to give how often each is there, too.
        axis: the dimension; all elements in a row by default.
    """
    values = asarray(ar)
    if axis is None:
        parts: Any = values.reshape(-1)
        keys = parts.tolist()
    else:
        parts = values if not axis else ndarray._of(values._t.movedim(axis, 0))
        keys = [tuple(asarray(part).reshape(-1).tolist()) for part in parts]
    order = sorted(range(len(keys)), key=lambda place: keys[place])
    first: list[int] = []
    counts: list[int] = []
    inverse = [0] * len(keys)
    for place in order:
        if not first or keys[place] != keys[first[-1]]:
            first.append(place)
            counts.append(0)
        counts[-1] += 1
        inverse[place] = len(first) - 1
    chosen = parts[array(first, dtype=int)] if first else parts
    made = [chosen if not axis else ndarray._of(chosen._t.movedim(0, axis))]
    wanted = ((return_index, first), (return_inverse, inverse), (return_counts, counts))
    made += [array(each, dtype=int) for asked, each in wanted if asked]
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
