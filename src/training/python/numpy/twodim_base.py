"""Matrices of a form: triangles, diagonals, powers."""

from typing import Any

import torch

from .multiarray import as_tensor, ndarray

__all__ = ['diagflat', 'tril', 'triu', 'vander']

_OFFERED_LATE_BY = 'numpy'


def triu(m: Any, k: int = 0) -> ndarray:
    """The upper triangle, 0 below."""
    return ndarray._of(as_tensor(m).triu(k))


def tril(m: Any, k: int = 0) -> ndarray:
    """The lower triangle, 0 above."""
    return ndarray._of(as_tensor(m).tril(k))


def diagflat(v: Any, k: int = 0) -> ndarray:
    """The matrix with all elements on a diagonal."""
    return ndarray._of(torch.diag(as_tensor(v).reshape(-1), k))


def vander(x: Any, N: int | None = None, increasing: bool = False) -> ndarray:
    """Powers of the elements, one column for each; falling unless told otherwise."""
    source = as_tensor(x)
    count = source.shape[0] if N is None else N
    powers = [source**power for power in torch.arange(count).tolist()]
    return ndarray._of(torch.stack(powers if increasing else powers[::-1], 1))
