"""numpy's generators as objects: `default_rng` and `RandomState`."""

import math
from importlib import import_module
from typing import Any

import torch

from ..creation import asarray
from ..multiarray import ndarray
from . import _collected
from .mt19937 import Twister
from .pcg64 import PCG64
from .streams import filled, using

__all__ = ['Generator', 'RandomState', 'default_rng']

_OFFERED_LATE_BY = 'numpy.random'

# What both generators compute alike from uniform, normal and exponential numbers.
_SHARED = """
    beta binomial chisquare dirichlet exponential gamma gumbel laplace logistic lognormal multinomial
    multivariate_normal normal pareto poisson rayleigh standard_exponential standard_gamma standard_normal
    standard_t uniform weibull
"""


def _drawing(stream: Any, name: str) -> Any:
    """A function of numpy.random that draws from another stream."""
    found = getattr(import_module('numpy.random'), name)

    def draw(*args: Any, **kwargs: Any) -> Any:
        with using(stream):
            return found(*args, **kwargs)

    draw.__name__ = name
    return draw


class RandomState:
    """numpy's legacy generator with a stream of its own; it has the functions of `numpy.random` as methods.

    Args:
        seed: where the stream starts; by the clock when None.
    """

    def __init__(self, seed: Any = None) -> None:
        self._stream = Twister()
        self._stream.seed(seed)

    def seed(self, seed: Any = None) -> None:
        """Starts the stream that belongs to a seed."""
        self._stream.seed(seed)

    def get_state(self, legacy: bool = True) -> Any:
        """Where the stream is."""
        return self._stream.get_state()

    def set_state(self, state: Any) -> None:
        """Puts the stream where `get_state` found it."""
        self._stream.set_state(state)

    def __getattr__(self, name: str) -> Any:
        if name in _collected.__all__ or name in _collected.LATE:
            return _drawing(self._stream, name)
        raise AttributeError(f"'numpy.random.mtrand.RandomState' object has no attribute '{name}'")

    def __repr__(self) -> str:
        return f'RandomState(MT19937) at {id(self):#X}'


class Generator:
    """numpy's newer generator.

    Args:
        bit_generator: the stream.
    """

    def __init__(self, bit_generator: PCG64) -> None:
        self.bit_generator = bit_generator

    def random(self, size: Any = None, dtype: Any = float, out: Any = None) -> Any:
        """Uniform in [0, 1)."""
        return _drawing(self.bit_generator, 'random')(size)

    def integers(
        self, low: Any, high: Any = None, size: Any = None, dtype: Any = int, endpoint: bool = False
    ) -> Any:
        """Integers from low (0 when only one is given) to below high, or to high.

        Raises:
            ValueError: unless `low` is below `high`.
        """
        if high is None:
            low, high = 0, low
        most = int(high) - (0 if endpoint else 1) - int(low)
        if most < 0:
            raise ValueError('high <= 0' if low == 0 and not endpoint else 'low >= high')
        drawn = filled(lambda: int(low) + self.bit_generator.below(most), size, torch.int64)
        return asarray(drawn).astype(dtype) if size is not None and dtype is not int else drawn

    def shuffle(self, x: Any, axis: int = 0) -> None:
        """Puts the elements (the rows) into random order, in place."""
        if isinstance(x, ndarray):
            order = list(range(len(x)))
            self._shuffled(order, self.bit_generator.interval)
            x[...] = ndarray._of(x._t[torch.tensor(order, dtype=torch.int64)].clone())
            return
        self._shuffled(x, self.bit_generator.interval)

    def _shuffled(self, items: Any, draw: Any, first: int = 1) -> None:
        for i in range(len(items) - 1, first - 1, -1):
            j = draw(i)
            items[i], items[j] = items[j], items[i]

    def permutation(self, x: Any, axis: int = 0) -> Any:
        """The numbers below x, or the rows of an array, in random order."""
        if isinstance(x, int):
            made = ndarray._of(torch.arange(x))
            self.shuffle(made)
            return made
        values = asarray(x).copy()
        if values.ndim == 1:
            self.shuffle(values)
            return values
        order = list(range(len(values)))
        self._shuffled(order, self.bit_generator.interval)
        return values[order]

    def choice(
        self,
        a: Any,
        size: Any = None,
        replace: bool = True,
        p: Any = None,
        axis: int = 0,
        shuffle: bool = True,
    ) -> Any:
        """Random elements, with replacement unless told otherwise.

        Raises:
            ValueError: for more elements than there are, without replacement.
        """
        values = asarray(a)
        count = int(a) if not values.ndim else len(values)
        shape = () if size is None else (size,) if isinstance(size, int) else tuple(size)
        number = math.prod(shape)
        if p is not None and replace:
            bounds = asarray(p)._t.double().cumsum(0)
            if abs(float(bounds[-1]) - 1.0) > 1e-8:
                raise ValueError('Probabilities do not sum to 1.')
            drawn = asarray(self.random(number))._t
            order = torch.searchsorted(bounds / bounds[-1], drawn, right=True).tolist()
        elif replace:
            order = [self.bit_generator.below(count - 1) for _ in range(number)]
        elif number > count:
            raise ValueError('Cannot take a larger sample than population when replace is False')
        elif p is not None:
            order = self._without_replacement(asarray(p).tolist(), number)
        else:
            order = self._sample(count, number, shuffle)
        places = ndarray._of(torch.tensor(order, dtype=torch.int64).reshape(shape or (1,)))
        chosen = places if not values.ndim else values[places]
        return chosen if shape else chosen[0]

    def _sample(self, count: int, number: int, shuffle: bool) -> list[int]:
        """So many different numbers below `count`: a shuffle from the end, or Floyd's method."""
        if count > 10000 and number > count // (50 if shuffle else 20):
            order = list(range(count))
            self._shuffled(order, self.bit_generator.below, max(count - number, 1))
            return order[count - number :]
        chosen: list[int] = []
        seen: set[int] = set()
        for last in range(count - number, count):
            drawn = self.bit_generator.below(last)
            kept = last if drawn in seen else drawn
            seen.add(kept)
            chosen.append(kept)
        if shuffle:
            self._shuffled(chosen, self.bit_generator.below)
        return chosen

    def _without_replacement(self, chances: list[float], number: int) -> list[int]:
        left = list(chances)
        found: list[int] = []
        while len(found) < number:
            drawn = asarray(self.random(number - len(found)))._t
            for place in found:
                left[place] = 0.0
            bounds = torch.tensor(left, dtype=torch.float64).cumsum(0)
            places = torch.searchsorted(bounds / bounds[-1], drawn, right=True).tolist()
            found += list(dict.fromkeys(places))
        return found

    def spawn(self, n_children: int) -> list['Generator']:
        """Further generators, independent of this one."""
        return [Generator(PCG64(each)) for each in self.bit_generator.seed_seq.spawn(n_children)]

    def __getattr__(self, name: str) -> Any:
        if name in _SHARED.split():
            return _drawing(self.bit_generator, name)
        raise AttributeError(f"'numpy.random._generator.Generator' object has no attribute '{name}'")

    def __repr__(self) -> str:
        return f'Generator(PCG64) at {id(self):#X}'


def default_rng(seed: Any = None) -> Generator:
    """numpy's newer generator, PCG64, from a seed; by chance when None."""
    if isinstance(seed, Generator):
        return seed
    return Generator(seed if isinstance(seed, PCG64) else PCG64(seed))
