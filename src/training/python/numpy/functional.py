"""Functional programming: Python functions over arrays."""

from collections.abc import Callable
from typing import Any

from .creation import arange, array, asarray, meshgrid
from .manipulation import broadcast_arrays
from .multiarray import as_tensor, ndarray
from .numeric import where

__all__ = ['apply_along_axis', 'fromfunction', 'piecewise', 'vectorize']

_OFFERED_LATE_BY = 'numpy'


class vectorize:
    """Makes a function of numbers one of arrays; it is called for each element.

    Args:
        pyfunc: the function.
        otypes: dtype of the result; that of its values by default.
    """

    def __init__(self, pyfunc: Callable[..., Any], otypes: Any = None) -> None:
        self.pyfunc = pyfunc
        self.otypes = otypes

    def __call__(self, *args: Any) -> Any:
        several = broadcast_arrays(*args)
        values = [self.pyfunc(*each) for each in zip(*(one.reshape(-1) for one in several), strict=True)]
        kind = self.otypes[0] if self.otypes else None
        return array(values, dtype=kind).reshape(several[0].shape)


def apply_along_axis(func1d: Callable[..., Any], axis: int, arr: Any, *args: Any, **kwargs: Any) -> ndarray:
    """What a function makes of each vector along a dimension."""
    rows = as_tensor(arr).movedim(axis, -1)
    flat = rows.reshape(-1, rows.shape[-1])
    made = array([func1d(ndarray._of(row), *args, **kwargs) for row in flat])
    if made.ndim == 1:
        return made.reshape(tuple(rows.shape[:-1]))
    return ndarray._of(made._t.reshape(*rows.shape[:-1], -1).movedim(-1, axis))


def fromfunction(function: Callable[..., Any], shape: Any, dtype: Any = float) -> Any:
    """What a function makes of the places of an array, one array for each dimension."""
    places = [arange(size).astype(dtype) for size in shape]
    return function(*meshgrid(*places, indexing='ij'))


def piecewise(x: Any, condlist: Any, funclist: Any) -> ndarray:
    """What the function of the last condition that holds makes of each element; one more is for the rest."""
    values = asarray(x)
    rest = funclist[len(condlist)] if len(funclist) > len(condlist) else 0
    made: Any = rest(values) if callable(rest) else values * 0 + rest
    for condition, function in zip(condlist, funclist, strict=False):
        made = where(condition, function(values) if callable(function) else values * 0 + function, made)
    return asarray(made).astype(values.dtype)
