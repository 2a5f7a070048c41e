"""What most programs draw: uniform and normal numbers, integers, permutations, choices."""

import math
from typing import Any

import torch

from ..creation import arange, array, asarray
from ..multiarray import ndarray, wrap
from .mt19937 import below, filled, gauss, many, uniform_double

__all__ = [
    'choice',
    'normal',
    'permutation',
    'rand',
    'randint',
    'randn',
    'random',
    'random_sample',
    'ranf',
    'sample',
    'shuffle',
    'standard_normal',
    'uniform',
]

_OFFERED_BY = 'numpy.random'


def _drawn(start: Any, extent: Any, size: Any, normal: bool) -> Any:
    """`start + extent * x` of many numbers x at once; None where they are few, or not alike."""
    if not (isinstance(start, int | float) and isinstance(extent, int | float)):
        return None
    numbers = many(size, normal)
    return None if numbers is None else ndarray._of(numbers * float(extent) + float(start))


def random(size: Any = None) -> Any:
    """Uniform in [0, 1)."""
    return uniform(size=size)


random_sample = ranf = sample = random


def rand(*shape: int) -> Any:
    """Uniform in [0, 1), of a shape."""
    return uniform(size=shape or None)


def randn(*shape: int) -> Any:
    """Standard normal, of a shape."""
    return normal(size=shape or None)


def standard_normal(size: Any = None) -> Any:
    """Standard normal."""
    return normal(size=size)


def normal(loc: float = 0.0, scale: float = 1.0, size: Any = None) -> Any:
    """Normal with a mean and a standard deviation."""
    drawn = _drawn(loc, scale, size, True)
    return filled(lambda: loc + scale * gauss(), size) if drawn is None else drawn


def uniform(low: float = 0.0, high: float = 1.0, size: Any = None) -> Any:
    """Uniform in [low, high)."""
    drawn = _drawn(low, high - low, size, False)
    return filled(lambda: low + (high - low) * uniform_double(), size) if drawn is None else drawn


def randint(low: int, high: int | None = None, size: Any = None, dtype: Any = int) -> Any:
    """Integers from low (0 when only one is given) to below high.

    Raises:
        ValueError: unless `low` is below `high`.
    """
    if high is None:
        low, high = 0, low
    if high <= low:
        raise ValueError('low >= high')
    most = high - 1 - low
    return filled(lambda: low + below(most), size, torch.int64)


def shuffle(x: Any) -> None:
    """Puts the elements (the rows) into random order, in place."""
    for i in range(len(x) - 1, 0, -1):
        j = below(i)
        if isinstance(x, ndarray):
            row = x._t[i].clone()
            x._t[i] = x._t[j].clone()
            x._t[j] = row
        else:
            x[i], x[j] = x[j], x[i]


def permutation(x: Any) -> Any:
    """The numbers below x, or the rows of an array, in random order."""
    order = list(range(x if isinstance(x, int) else len(x)))
    shuffle(order)
    chosen = torch.tensor(order, dtype=torch.int64)
    return wrap(chosen if isinstance(x, int) else x._t[chosen])


def choice(a: Any, size: Any = None, replace: bool = True, p: Any = None) -> Any:
    """Random elements, with replacement unless told otherwise."""
    if p is not None:
        return _weighted(a, size, replace, p)
    values = list(range(a)) if isinstance(a, int) else list(a)
    if size is None:
        return values[below(len(values) - 1)]
    count = size if isinstance(size, int) else math.prod(size)
    if not replace:
        order = permutation(len(values)).tolist()[:count]
    else:
        order = [below(len(values) - 1) for _ in range(count)]
    chosen = array([values[i] for i in order])
    return chosen if isinstance(size, int) else chosen.reshape(size)


def _weighted(a: Any, size: Any, replace: bool, p: Any) -> Any:
    if not replace and size is not None:
        raise NotImplementedError('D2L Exercises does not support np.random.choice(p=…, replace=False)')
    values = arange(a) if isinstance(a, int) else asarray(a)
    if len(values) != len(p):
        raise ValueError("'a' and 'p' must have same size")
    return values[_places(p, size)]


def _places(weights: Any, size: Any) -> Any:
    """Places drawn with replacement, each with its probability."""
    bounds = asarray(weights)._t.double().cumsum(0)
    if abs(float(bounds[-1]) - 1.0) > 1e-8:
        raise ValueError('probabilities do not sum to 1')
    drawn = asarray(random(size))._t
    return wrap(torch.searchsorted(bounds / bounds[-1], drawn, right=True))
