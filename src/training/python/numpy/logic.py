"""Logic functions: comparisons, and what is true of elements."""

import math
from typing import Any

import torch

from .elementwise import of_one, of_two
from .multiarray import as_tensor, floating, wrap

__all__ = [
    'equal',
    'greater',
    'greater_equal',
    'isclose',
    'isneginf',
    'isposinf',
    'less',
    'less_equal',
    'logical_and',
    'logical_not',
    'logical_or',
    'logical_xor',
    'not_equal',
]

_OFFERED_LATE_BY = 'numpy'


def isclose(a: Any, b: Any, rtol: float = 1e-05, atol: float = 1e-08) -> Any:
    """Whether elements are equal within tolerances."""
    left, right = floating(a), floating(b)
    return wrap((left - right).abs() <= atol + rtol * right.abs())


def _logical(name: str) -> Any:
    def apply(x1: Any, x2: Any) -> Any:
        return wrap(getattr(torch, name)(as_tensor(x1).bool(), as_tensor(x2).bool()))

    apply.__name__ = apply.__qualname__ = name
    apply.__doc__ = f'{name} of two arrays, element by element.'
    return apply


logical_and, logical_or, logical_xor = map(_logical, ('logical_and', 'logical_or', 'logical_xor'))


def logical_not(x: Any) -> Any:
    """Whether elements are 0."""
    return wrap(~as_tensor(x).bool())


isneginf = of_one('isneginf', lambda x: x == -math.inf)
isposinf = of_one('isposinf', lambda x: x == math.inf)
greater = of_two('greater', torch.gt)
greater_equal = of_two('greater_equal', torch.ge)
less = of_two('less', torch.lt)
less_equal = of_two('less_equal', torch.le)
equal = of_two('equal', torch.eq)
not_equal = of_two('not_equal', torch.ne)
