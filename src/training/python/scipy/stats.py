"""Distributions, whose random numbers are those of `np.random`."""

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import torch
from _known import missing

__all__ = ['expon', 'loguniform', 'norm', 'randint', 'uniform']


class _Frozen:
    """A distribution with its parameters.

    Args:
        kind: the distribution.
        args: its parameters.
    """

    def __init__(self, kind: '_Distribution', args: tuple[float, ...]) -> None:
        self.dist = kind
        self.args = args

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith('_'):
            raise AttributeError(name)
        method = getattr(self.dist, name)
        return lambda *values, **options: method(*values, *self.args, **options)

    def rvs(self, size: Any = None, random_state: Any = None) -> Any:
        """Random numbers.

        Args:
            size: the shape; one number unless given.
            random_state: a seed, after which `np.random` goes on as if nothing had been drawn.
        """
        if random_state is None:
            return self.dist.draw(size, *self.args)
        kept = np.random.get_state()
        np.random.seed(random_state)
        try:
            return self.dist.draw(size, *self.args)
        finally:
            np.random.set_state(kept)

    def mean(self) -> float:
        """The mean."""
        return self.dist.moments(*self.args)[0]

    def var(self) -> float:
        """The variance."""
        return self.dist.moments(*self.args)[1]

    def std(self) -> float:
        """The standard deviation."""
        return math.sqrt(self.var())


class _Distribution:
    """What distributions have in common: called with parameters, they are frozen."""

    names: tuple[str, ...] = ('loc', 'scale')
    defaults: tuple[float, ...] = (0.0, 1.0)
    ppf: Callable[..., Any]

    def __call__(self, *args: float, **kwargs: float) -> _Frozen:
        return _Frozen(self, self._parameters(args, kwargs))

    freeze = __call__

    def _parameters(self, args: tuple[float, ...], kwargs: dict[str, float]) -> tuple[float, ...]:
        given = {**dict(zip(self.names, args, strict=False)), **kwargs}
        required = len(self.names) - len(self.defaults)
        standard = dict(zip(self.names[required:], self.defaults, strict=True))
        missing = [name for name in self.names if name not in given and name not in standard]
        if missing or set(given) - set(self.names):
            raise TypeError(f'{type(self).__name__[1:]} takes {", ".join(self.names)}')
        return tuple(given.get(name, standard.get(name, 0.0)) for name in self.names)

    def rvs(self, *args: float, size: Any = None, random_state: Any = None, **kwargs: float) -> Any:
        """Random numbers of a distribution with these parameters."""
        return self(*args, **kwargs).rvs(size, random_state)

    def draw(self, size: Any, *args: float) -> Any:
        """Random numbers: the quantiles of uniform ones."""
        return self.ppf(np.random.uniform(size=size), *args)

    def moments(self, *args: float) -> tuple[float, float]:
        """Mean and variance."""
        raise NotImplementedError


class _uniform(_Distribution):
    """Evenly from `loc` to `loc + scale`."""

    def draw(self, size: Any, *args: float) -> Any:
        """Random numbers."""
        return np.random.uniform(args[0], args[0] + args[1], size)

    def pdf(self, x: Any, loc: float = 0.0, scale: float = 1.0) -> Any:
        """The density."""
        values = np.asarray(x, dtype=float)
        return np.where((values >= loc) & (values <= loc + scale), 1 / scale, 0.0)

    def cdf(self, x: Any, loc: float = 0.0, scale: float = 1.0) -> Any:
        """The probability of at most x."""
        return np.clip((np.asarray(x, dtype=float) - loc) / scale, 0.0, 1.0)

    def ppf(self, q: Any, loc: float = 0.0, scale: float = 1.0) -> Any:
        """The quantile."""
        return loc + scale * np.asarray(q, dtype=float)

    def moments(self, *args: float) -> tuple[float, float]:
        """Mean and variance."""
        return float(args[0] + args[1] / 2), args[1] ** 2 / 12


class _norm(_Distribution):
    """The normal distribution with mean `loc` and standard deviation `scale`."""

    def draw(self, size: Any, *args: float) -> Any:
        """Random numbers."""
        return np.random.normal(args[0], args[1], size)

    def pdf(self, x: Any, loc: float = 0.0, scale: float = 1.0) -> Any:
        """The density."""
        return np.exp(self.logpdf(x, loc, scale))

    def logpdf(self, x: Any, loc: float = 0.0, scale: float = 1.0) -> Any:
        """The logarithm of the density."""
        deviations = (np.asarray(x, dtype=float) - loc) / scale
        return -(deviations**2) / 2 - math.log(math.sqrt(2 * math.pi) * scale)

    def cdf(self, x: Any, loc: float = 0.0, scale: float = 1.0) -> Any:
        """The probability of at most x."""
        return _through(torch.special.ndtr, (np.asarray(x, dtype=float) - loc) / scale)

    def ppf(self, q: Any, loc: float = 0.0, scale: float = 1.0) -> Any:
        """The quantile."""
        return loc + scale * _through(lambda p: math.sqrt(2) * torch.erfinv(2 * p - 1), q)

    def moments(self, *args: float) -> tuple[float, float]:
        """Mean and variance."""
        return float(args[0]), float(args[1] ** 2)


class _expon(_Distribution):
    """The exponential distribution, from `loc` on with the mean `loc + scale`."""

    def draw(self, size: Any, *args: float) -> Any:
        """Random numbers."""
        return args[0] + np.random.exponential(args[1], size)

    def pdf(self, x: Any, loc: float = 0.0, scale: float = 1.0) -> Any:
        """The density."""
        values = (np.asarray(x, dtype=float) - loc) / scale
        return np.where(values >= 0, np.exp(-values) / scale, 0.0)

    def cdf(self, x: Any, loc: float = 0.0, scale: float = 1.0) -> Any:
        """The probability of at most x."""
        values = (np.asarray(x, dtype=float) - loc) / scale
        return np.where(values >= 0, 1 - np.exp(-values), 0.0)

    def ppf(self, q: Any, loc: float = 0.0, scale: float = 1.0) -> Any:
        """The quantile."""
        return loc - scale * np.log(1 - np.asarray(q, dtype=float))

    def moments(self, *args: float) -> tuple[float, float]:
        """Mean and variance."""
        return float(args[0] + args[1]), float(args[1] ** 2)


class _loguniform(_Distribution):
    """Numbers from `a` to `b` whose logarithms are even."""

    names = ('a', 'b')
    defaults = ()

    def pdf(self, x: Any, a: float, b: float) -> Any:
        """The density."""
        values = np.asarray(x, dtype=float)
        return np.where((values >= a) & (values <= b), 1 / (values * (math.log(b) - math.log(a))), 0.0)

    def cdf(self, x: Any, a: float, b: float) -> Any:
        """The probability of at most x."""
        part = (np.log(np.asarray(x, dtype=float)) - math.log(a)) / (math.log(b) - math.log(a))
        return np.clip(part, 0.0, 1.0)

    def ppf(self, q: Any, a: float, b: float) -> Any:
        """The quantile."""
        return a * np.power(b / a, np.asarray(q, dtype=float))

    def moments(self, *args: float) -> tuple[float, float]:
        """Mean and variance."""
        a, b = args
        ratio = math.log(b / a)
        mean = (b - a) / ratio
        return mean, (b**2 - a**2) / (2 * ratio) - mean**2


class _randint(_Distribution):
    """Whole numbers from `low` to below `high`."""

    names = ('low', 'high')
    defaults = ()

    def draw(self, size: Any, *args: float) -> Any:
        """Random numbers."""
        return np.random.randint(int(args[0]), int(args[1]), size)

    def pmf(self, k: Any, low: int, high: int) -> Any:
        """The probability of k."""
        values = np.asarray(k)
        return np.where((values >= low) & (values < high), 1 / (high - low), 0.0)

    def cdf(self, k: Any, low: int, high: int) -> Any:
        """The probability of at most k."""
        return np.clip((np.floor(np.asarray(k, dtype=float)) - low + 1) / (high - low), 0.0, 1.0)

    def moments(self, *args: float) -> tuple[float, float]:
        """Mean and variance."""
        low, high = args
        return (low + high - 1) / 2, ((high - low) ** 2 - 1) / 12


def _through(function: Any, values: Any) -> Any:
    found = function(torch.as_tensor(np.asarray(values, dtype=float)))
    return found.numpy() if found.dim() else np.float64(found.item())


uniform, norm, expon = _uniform(), _norm(), _expon()
loguniform, randint = _loguniform(), _randint()


def __getattr__(name: str) -> Any:
    raise missing('scipy.stats', name)
