"""What most programs draw: uniform and normal numbers, integers, permutations, choices."""

import math
from typing import Any

import torch

from ..creation import arange, array, asarray
from ..multiarray import ndarray, wrap
from .streams import below, filled, gauss, many, uniform_double

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
    """Normal with a mean and a standard deviation.

    Raises:
        ValueError: for a negative deviation.
    """
    if isinstance(scale, (int, float)) and scale < 0:
        raise ValueError('scale < 0')
    if hasattr(loc, '__len__') or hasattr(scale, '__len__'):
        middle, spread = asarray(loc), asarray(scale)
        shape = size if size is not None else torch.broadcast_shapes(middle._t.shape, spread._t.shape)
        return middle + spread * normal(size=tuple(shape) if not isinstance(shape, int) else shape)
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
        if high <= 0:
            raise ValueError('high <= 0')
    if high <= low:
        raise ValueError('low >= high')
    low, most = int(low), int(high) - 1 - int(low)
    drawn = filled(lambda: low + below(most), size, torch.int64)
    return drawn if size is None or dtype is int else drawn.astype(dtype)


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
    return wrap(chosen) if isinstance(x, int) else asarray(x)[wrap(chosen)]


def choice(a: Any, size: Any = None, replace: bool = True, p: Any = None) -> Any:
    """Random elements, with replacement unless told otherwise.

    Raises:
        ValueError: when there are none, or too few without replacement.
    """
    if p is not None:
        return _weighted(a, size, replace, p)
    values = list(range(a)) if isinstance(a, int) else list(a)
    count = 1 if size is None else size if isinstance(size, int) else math.prod(size)
    if not values and count:
        raise ValueError("'a' cannot be empty unless no samples are taken")
    if not replace and count > len(values):
        raise ValueError("Cannot take a larger sample than population when 'replace=False'")
    if size is None:
        return values[below(len(values) - 1)]
    if not replace:
        order = permutation(len(values)).tolist()[:count]
    else:
        order = [below(len(values) - 1) for _ in range(count)]
    chosen = array([values[i] for i in order])
    return chosen if isinstance(size, int) else chosen.reshape(size)


def _weighted(a: Any, size: Any, replace: bool, p: Any) -> Any:
    if not replace and size is not None:
        return _different(a, size, p)
    values = arange(a) if isinstance(a, int) else asarray(a)
    if len(values) != len(p):
        raise ValueError("'a' and 'p' must have same size")
    return values[_places(p, size)]


def _different(a: Any, size: Any, p: Any) -> Any:
    """Different elements, each with its probability among those that are left."""
    values = arange(a) if isinstance(a, int) else asarray(a)
    left = [float(chance) for chance in asarray(p)]
    number = size if isinstance(size, int) else math.prod(size)
    if number > sum(chance > 0 for chance in left):
        raise ValueError('Fewer non-zero entries in p than size')
    found: list[int] = []
    while len(found) < number:
        drawn = asarray(random(number - len(found)))
        for place in found:
            left[place] = 0.0
        bounds = asarray(left)._t.cumsum(0)
        places = torch.searchsorted(bounds / bounds[-1], drawn._t, right=True).tolist()
        found += list(dict.fromkeys(places))
    return values[asarray(found).reshape(size)]


def _places(weights: Any, size: Any) -> Any:
    """Places drawn with replacement, each with its probability."""
    bounds = asarray(weights)._t.double().cumsum(0)
    if abs(float(bounds[-1]) - 1.0) > 1e-8:
        raise ValueError('probabilities do not sum to 1')
    drawn = asarray(random(size))._t
    return wrap(torch.searchsorted(bounds / bounds[-1], drawn, right=True))
