"""Sorting, searching, counting."""

from typing import Any

import torch

from .multiarray import as_tensor, ndarray, wrap

__all__ = ['argwhere', 'count_nonzero', 'extract', 'flatnonzero', 'nonzero', 'searchsorted']

_OFFERED_LATE_BY = 'numpy'


def nonzero(a: Any) -> tuple[ndarray, ...]:
    """Where elements differ from 0, one array for each dimension."""
    found = as_tensor(a).nonzero()
    return tuple(ndarray._of(found[:, place]) for place in range(found.shape[1]))


def argwhere(a: Any) -> ndarray:
    """Where elements differ from 0, one row for each."""
    return ndarray._of(as_tensor(a).nonzero())


def flatnonzero(a: Any) -> ndarray:
    """The places, in the flat array, of elements other than 0."""
    return ndarray._of(as_tensor(a).reshape(-1).nonzero().reshape(-1))


def extract(condition: Any, arr: Any) -> ndarray:
    """The elements where the condition holds."""
    return ndarray._of(as_tensor(arr).reshape(-1)[as_tensor(condition).bool().reshape(-1)])


def searchsorted(a: Any, v: Any, side: str = 'left') -> Any:
    """Where values would have to be put into an ascending vector."""
    return wrap(torch.searchsorted(as_tensor(a).double(), as_tensor(v).double(), right=side == 'right'))


def count_nonzero(a: Any) -> int:
    """How many elements differ from 0."""
    return int((as_tensor(a) != 0).sum().item())
