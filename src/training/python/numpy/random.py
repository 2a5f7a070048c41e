"""numpy.random: numpy's own streams of its legacy generator (MT19937)."""

import math
import random as _random
from collections.abc import Callable
from typing import Any

import torch

from .array import ndarray, wrap
from .dtypes import float64

_twister = _random.Random()
_cached: list[float] = []


def seed(seed: int | None = None) -> None:
    """Starts the stream that belongs to a seed."""
    _cached.clear()
    if seed is None:
        _twister.seed()
        return
    word = seed & 0xFFFFFFFF
    state = [word]
    for i in range(1, 624):
        word = (1812433253 * (word ^ (word >> 30)) + i) & 0xFFFFFFFF
        state.append(word)
    _twister.setstate((3, (*state, 624), None))


def _gauss() -> float:
    """A standard normal number by Marsaglia's polar method, which makes two at a time."""
    if _cached:
        return _cached.pop()
    while True:
        x1 = 2.0 * _twister.random() - 1.0
        x2 = 2.0 * _twister.random() - 1.0
        r2 = x1 * x1 + x2 * x2
        if 0.0 < r2 < 1.0:
            break
    f = math.sqrt(-2.0 * math.log(r2) / r2)
    _cached.append(f * x1)
    return f * x2


def _below(most: int) -> int:
    """A number from 0 to `most`, by drawing the bits needed until they fit."""
    if most == 0:
        return 0
    mask = (1 << most.bit_length()) - 1
    while True:
        drawn = _twister.getrandbits(32)
        if most > 0xFFFFFFFF:
            drawn |= _twister.getrandbits(32) << 32
        if drawn & mask <= most:
            return drawn & mask


def _filled(draw: Callable[[], Any], size: Any, kind: Any = torch.float64) -> Any:
    if size is None:
        value = draw()
        return float64(value) if kind is torch.float64 else int(value)
    shape = (size,) if isinstance(size, int) else tuple(size)
    values = [draw() for _ in range(math.prod(shape))]
    return ndarray._of(torch.tensor(values, dtype=kind).reshape(shape))


def random(size: Any = None) -> Any:
    """Uniform in [0, 1)."""
    return _filled(_twister.random, size)


random_sample = random


def rand(*shape: int) -> Any:
    """Uniform in [0, 1), of a shape."""
    return _filled(_twister.random, shape or None)


def randn(*shape: int) -> Any:
    """Standard normal, of a shape."""
    return _filled(_gauss, shape or None)


def standard_normal(size: Any = None) -> Any:
    """Standard normal."""
    return _filled(_gauss, size)


def normal(loc: float = 0.0, scale: float = 1.0, size: Any = None) -> Any:
    """Normal with a mean and a standard deviation."""
    return _filled(lambda: loc + scale * _gauss(), size)


def uniform(low: float = 0.0, high: float = 1.0, size: Any = None) -> Any:
    """Uniform in [low, high)."""
    return _filled(lambda: low + (high - low) * _twister.random(), size)


def randint(low: int, high: int | None = None, size: Any = None, dtype: Any = int) -> Any:
    """Integers from low (0 when only one is given) to below high."""
    if high is None:
        low, high = 0, low
    if high <= low:
        raise ValueError('low >= high')
    most = high - 1 - low
    return _filled(lambda: low + _below(most), size, torch.int64)


def shuffle(x: Any) -> None:
    """Puts the elements (the rows) into random order, in place."""
    for i in range(len(x) - 1, 0, -1):
        j = _below(i)
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
        return values[_below(len(values) - 1)]
    count = size if isinstance(size, int) else math.prod(size)
    if not replace:
        order = permutation(len(values)).tolist()[:count]
    else:
        order = [_below(len(values) - 1) for _ in range(count)]
    from . import array

    chosen = array([values[i] for i in order])
    return chosen if isinstance(size, int) else chosen.reshape(size)


def _weighted(a: Any, size: Any, replace: bool, p: Any) -> Any:
    if not replace and size is not None:
        raise NotImplementedError('D2L Exercises does not support np.random.choice(p=…, replace=False)')
    from .creation import arange, asarray
    from .draws import chosen_places

    values = arange(a) if isinstance(a, int) else asarray(a)
    if len(values) != len(p):
        raise ValueError("'a' and 'p' must have same size")
    return values[chosen_places(p, size)]


_LATER = """
    beta binomial chisquare dirichlet exponential gamma gumbel laplace logistic lognormal multinomial
    multivariate_normal pareto poisson ranf rayleigh sample standard_exponential standard_gamma standard_t
    weibull
"""
"""What is imported when it is first used."""


def __dir__() -> list[str]:
    return sorted([*globals(), *_LATER.split()])


def __getattr__(name: str) -> Any:
    if name in _LATER.split():
        from . import draws

        return getattr(draws, name)
    from ._names import missing

    raise missing('numpy.random', name)
