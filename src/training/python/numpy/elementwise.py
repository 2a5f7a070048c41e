"""Makes functions of every element out of those of tensors."""

from collections.abc import Callable
from typing import Any

import torch

from .multiarray import as_tensor, together, wrap

__all__ = []


def _named(function: Callable[..., Any], name: str, doc: str) -> Any:
    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return function


def of_one(name: str, compute: Callable[[Any], Any], floating: bool = True) -> Any:
    def apply(x: Any) -> Any:
        source = as_tensor(x)
        return wrap(compute(source if source.is_floating_point() or not floating else source.double()))

    return _named(apply, name, f'{name} of every element.')


def of_two(name: str, compute: Callable[[Any, Any], Any]) -> Any:
    def apply(x1: Any, x2: Any) -> Any:
        left, right = together(as_tensor(x1), x2)
        if not isinstance(right, torch.Tensor):
            right = torch.tensor(right, dtype=left.dtype)
        return wrap(compute(left, right))

    return _named(apply, name, f'{name} of two arrays, element by element.')


def of_reals(name: str, compute: Callable[[Any, Any], Any]) -> Any:
    def doubled(left: Any, right: Any) -> Any:
        pair = (each if each.is_floating_point() else each.double() for each in (left, right))
        return compute(*pair)

    return of_two(name, doubled)
