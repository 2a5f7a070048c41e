"""Further distributions of numpy's legacy generator, drawn as it draws them."""

import math
from collections.abc import Callable
from typing import Any

import torch

from ..creation import array, asarray
from ..manipulation import broadcast_arrays
from ..multiarray import ndarray
from .streams import exponential_double, filled, gauss, uniform_double

__all__ = [
    'beta',
    'binomial',
    'chisquare',
    'dirichlet',
    'exponential',
    'gamma',
    'gumbel',
    'laplace',
    'logistic',
    'lognormal',
    'multinomial',
    'multivariate_normal',
    'pareto',
    'poisson',
    'rayleigh',
    'standard_exponential',
    'standard_gamma',
    'standard_t',
    'weibull',
]

_OFFERED_LATE_BY = 'numpy.random'


def _drawn(draw: Callable[..., Any], size: Any, *parameters: Any, kind: Any = torch.float64) -> Any:
    """Draws with numbers as parameters; of arrays of them one for each element."""
    if not any(hasattr(each, '__len__') for each in parameters):
        return filled(lambda: draw(*parameters), size, kind)
    several = broadcast_arrays(*parameters)
    if size is not None:
        shape = (size,) if isinstance(size, int) else tuple(size)
        several = [ndarray._of(each._t.broadcast_to(shape)) for each in several]
    rows = zip(*(each.reshape(-1).tolist() for each in several), strict=True)
    made = torch.tensor([draw(*row) for row in rows], dtype=kind)
    return ndarray._of(made.reshape(several[0].shape))


def _gamma(shape: float) -> float:
    """Marsaglia and Tsang's method; below 1 that of Ahrens and Dieter."""
    if shape == 1.0:
        return exponential_double()
    if shape == 0.0:
        return 0.0
    return _gamma_below_one(shape) if shape < 1.0 else _gamma_above_one(shape)


def _gamma_below_one(shape: float) -> float:
    while True:
        u, v = uniform_double(), exponential_double()
        if u <= 1.0 - shape:
            x = u ** (1.0 / shape)
            if x <= v:
                return x
        else:
            y = -math.log((1.0 - u) / shape)
            x = (1.0 - shape + shape * y) ** (1.0 / shape)
            if x <= v + y:
                return x


def _gamma_above_one(shape: float) -> float:
    b = shape - 1.0 / 3.0
    c = 1.0 / math.sqrt(9.0 * b)
    while True:
        x = gauss()
        while 1.0 + c * x <= 0.0:
            x = gauss()
        v = (1.0 + c * x) ** 3
        u = uniform_double()
        if u < 1.0 - 0.0331 * x**4 or math.log(u) < 0.5 * x * x + b * (1.0 - v + math.log(v)):
            return b * v


def _beta(a: float, b: float) -> float:
    if a > 1.0 or b > 1.0:
        first, second = _gamma(a), _gamma(b)
        return first / (first + second)
    while True:
        x, y = uniform_double() ** (1.0 / a), uniform_double() ** (1.0 / b)
        if 0.0 < x + y <= 1.0:
            return x / (x + y)


def _poisson(lam: float) -> int:
    if lam < 0:
        raise ValueError('lam < 0 or lam is NaN')
    if lam >= 10:
        return _poisson_of_many(lam)
    least, count, product = math.exp(-lam), 0, uniform_double()
    while product > least:
        count += 1
        product *= uniform_double()
    return count


def _poisson_of_many(lam: float) -> int:
    """Hörmann's transformed rejection (PTRS)."""
    b = 0.931 + 2.53 * math.sqrt(lam)
    a = -0.059 + 0.02483 * b
    inverse = 1.1239 + 1.1328 / (b - 3.4)
    sure = 0.9277 - 3.6224 / (b - 2)
    while True:
        u, v = uniform_double() - 0.5, uniform_double()
        us = 0.5 - abs(u)
        count = math.floor((2 * a / us + b) * u + lam + 0.43)
        if us >= 0.07 and v <= sure:
            return count
        if count < 0 or (us < 0.013 and v > us):
            continue
        bound = -lam + count * math.log(lam) - math.lgamma(count + 1)
        if math.log(v) + math.log(inverse) - math.log(a / (us * us) + b) <= bound:
            return count


def _binomial(n: int, p: float) -> int:
    if n < 0 or not 0 <= p <= 1:
        raise ValueError('n < 0' if n < 0 else 'p < 0, p > 1 or p is NaN')
    if p > 0.5:
        return n - _binomial(n, 1.0 - p)
    if n * p > 30.0:
        raise NotImplementedError('D2L Exercises does not support np.random.binomial for n p above 30')
    return _binomial_by_inversion(n, p) if n and p else 0


def _binomial_by_inversion(n: int, p: float) -> int:
    q = 1.0 - p
    none = math.exp(n * math.log(q))
    bound = min(n, int(n * p + 10.0 * math.sqrt(n * p * q + 1)))
    count, chance, u = 0, none, uniform_double()
    while u > chance:
        count += 1
        if count > bound:
            count, chance, u = 0, none, uniform_double()
        else:
            u -= chance
            chance = (n - count + 1) * p * chance / (count * q)
    return count


def _laplace(loc: float, scale: float) -> float:
    u = uniform_double()
    while u == 0.0:
        u = uniform_double()
    return loc - scale * math.log(2.0 - u - u) if u >= 0.5 else loc + scale * math.log(u + u)


def _logistic(loc: float, scale: float) -> float:
    u = uniform_double()
    return loc + scale * math.log(u / (1.0 - u))


def exponential(scale: Any = 1.0, size: Any = None) -> Any:
    """Exponential with a mean."""
    return _drawn(lambda mean: mean * exponential_double(), size, scale)


def standard_exponential(size: Any = None) -> Any:
    """Exponential with mean 1."""
    return _drawn(exponential_double, size)


def gamma(shape: Any, scale: Any = 1.0, size: Any = None) -> Any:
    """Gamma with a shape and a scale."""
    return _drawn(lambda form, unit: unit * _gamma(form), size, shape, scale)


def standard_gamma(shape: Any, size: Any = None) -> Any:
    """Gamma with a shape and scale 1."""
    return _drawn(_gamma, size, shape)


def beta(a: Any, b: Any, size: Any = None) -> Any:
    """Beta."""
    return _drawn(_beta, size, a, b)


def chisquare(df: Any, size: Any = None) -> Any:
    """Chi-squared with degrees of freedom."""
    return _drawn(lambda freedom: 2.0 * _gamma(freedom / 2.0), size, df)


def standard_t(df: Any, size: Any = None) -> Any:
    """Student's t with degrees of freedom."""

    def draw(freedom: float) -> float:
        numerator = gauss()
        return math.sqrt(freedom / 2.0) * numerator / math.sqrt(_gamma(freedom / 2.0))

    return _drawn(draw, size, df)


def poisson(lam: Any = 1.0, size: Any = None) -> Any:
    """Poisson with a mean."""
    return _drawn(_poisson, size, lam, kind=torch.int64)


def binomial(n: Any, p: Any, size: Any = None) -> Any:
    """Successes among n, each with probability p."""
    return _drawn(lambda count, chance: _binomial(int(count), chance), size, n, p, kind=torch.int64)


def laplace(loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
    """Laplace with a middle and a scale."""
    return _drawn(_laplace, size, loc, scale)


def logistic(loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
    """Logistic with a middle and a scale."""
    return _drawn(_logistic, size, loc, scale)


def gumbel(loc: Any = 0.0, scale: Any = 1.0, size: Any = None) -> Any:
    """Gumbel with a mode and a scale."""
    return _drawn(lambda at, unit: at - unit * math.log(-math.log(1.0 - uniform_double())), size, loc, scale)


def lognormal(mean: Any = 0.0, sigma: Any = 1.0, size: Any = None) -> Any:
    """The exponential of a normal number."""
    return _drawn(lambda at, spread: math.exp(at + spread * gauss()), size, mean, sigma)


def rayleigh(scale: Any = 1.0, size: Any = None) -> Any:
    """Rayleigh with a scale."""
    return _drawn(lambda unit: unit * math.sqrt(-2.0 * math.log(1.0 - uniform_double())), size, scale)


def weibull(a: Any, size: Any = None) -> Any:
    """Weibull with a shape."""
    return _drawn(lambda form: exponential_double() ** (1.0 / form), size, a)


def pareto(a: Any, size: Any = None) -> Any:
    """Pareto of the second kind with a shape."""
    return _drawn(lambda form: math.exp(exponential_double() / form) - 1, size, a)


def multinomial(n: int, pvals: Any, size: Any = None) -> ndarray:
    """How often each of several outcomes occurs among n.

    Raises:
        ValueError: when the probabilities before the last sum to more than 1.
    """
    chances = asarray(pvals).tolist()
    if sum(chances[:-1]) > 1.0 + 1e-12:
        raise ValueError('sum(pvals[:-1]) > 1.0')
    shape = () if size is None else (size,) if isinstance(size, int) else tuple(size)
    rows = [_outcomes(n, chances) for _ in range(math.prod(shape))]
    return array(rows).reshape((*shape, len(chances)))


def _outcomes(n: int, chances: list[float]) -> list[int]:
    left, rest = n, 1.0
    counts = [0] * len(chances)
    for place, chance in enumerate(chances[:-1]):
        counts[place] = _binomial(left, chance / rest)
        left -= counts[place]
        rest -= chance
        if left <= 0:
            break
    counts[-1] += max(left, 0)
    return counts


def dirichlet(alpha: Any, size: Any = None) -> ndarray:
    """Parts of a whole."""
    shapes = asarray(alpha).tolist()
    shape = () if size is None else (size,) if isinstance(size, int) else tuple(size)
    rows = [[_gamma(each) for each in shapes] for _ in range(math.prod(shape))]
    return array([[each / sum(row) for each in row] for row in rows]).reshape((*shape, len(shapes)))


def multivariate_normal(mean: Any, cov: Any, size: Any = None) -> ndarray:
    """Normal vectors with a mean and covariances.

    Args:
        mean: of length n.
        cov: symmetric, of shape (n, n).
        size: shape of the sample; one vector by default.

    The noise is numpy's; the sign of a principal direction, which numpy leaves to LAPACK, may be another.

    Raises:
        ValueError: unless `mean` has one dimension and `cov` is a square matrix of its length.
    """
    middle, spread = asarray(mean)._t.double(), asarray(cov)._t.double()
    if middle.dim() != 1:
        raise ValueError('mean must be 1 dimensional')
    if spread.dim() != 2 or spread.shape[0] != spread.shape[1]:
        raise ValueError('cov must be 2 dimensional and square')
    if spread.shape[0] != middle.shape[0]:
        raise ValueError('mean and cov must have same length')
    shape = () if size is None else (size,) if isinstance(size, int) else tuple(size)
    noise = filled(gauss, (math.prod(shape), len(middle)))._t
    _, scales, directions = torch.linalg.svd(spread)
    made = noise @ (scales.sqrt().unsqueeze(1) * directions) + middle
    return ndarray._of(made.reshape(*shape, len(middle)))
