"""Divergences between distributions of different families."""

import math
from typing import Any

from .._operations import full_like, where, xlogy
from .bernoulli import Bernoulli
from .beta import Beta
from .binomial import Binomial
from .exponential import Exponential
from .gamma import Gamma
from .gumbel import Gumbel
from .kl import add_formulas
from .laplace import Laplace
from .normal import Normal
from .pareto import Pareto
from .poisson import Poisson
from .uniform import Uniform
from .utils import euler_constant

__all__ = []

_LOG_TWO_PI = math.log(2 * math.pi)


def _infinite(p: Any, q: Any) -> Any:
    """p has samples where q has none."""
    return full_like(p.mean, math.inf)


def _x_log_x(x: Any) -> Any:
    return xlogy(x, x)


def _to_normal(p: Any, q: Any) -> Any:
    """From a distribution with an entropy, a mean and a variance to a normal one."""
    second = (p.variance + (p.mean - q.loc) ** 2) / q.scale**2
    return -p.entropy() + q.scale.log() + 0.5 * (_LOG_TWO_PI + second)


def _to_exponential(p: Any, q: Any) -> Any:
    return -p.entropy() - q.rate.log() + q.rate * p.mean


def _to_gamma(mean_log: Any) -> Any:
    """The formula for a distribution of which the mean of the logarithm is known."""

    def formula(p: Any, q: Any) -> Any:
        norm = q.concentration.lgamma() - q.concentration * q.rate.log()
        return -p.entropy() + norm - (q.concentration - 1) * mean_log(p) + q.rate * p.mean

    return formula


def _mean_log_of_uniform(p: Uniform) -> Any:
    width = p.high - p.low
    return (_x_log_x(p.high) - _x_log_x(p.low) - width) / width


def _mean_log_of_beta(p: Beta) -> Any:
    return p.concentration1.digamma() - (p.concentration1 + p.concentration0).digamma()


def _mean_log_of_exponential(p: Exponential) -> Any:
    return -p.rate.log() - euler_constant


def _mean_log_of_pareto(p: Pareto) -> Any:
    return p.scale.log() + p.alpha.reciprocal()


def _to_gumbel(mean_exp: Any) -> Any:
    """The formula for a distribution of which the mean of exp(-x / scale) is known."""

    def formula(p: Any, q: Any) -> Any:
        tail = (q.loc / q.scale).exp() * mean_exp(p, q.scale)
        return -p.entropy() + q.scale.log() + (p.mean - q.loc) / q.scale + tail

    return formula


def _mean_exp_of_normal(p: Normal, scale: Any) -> Any:
    return (-p.loc / scale + 0.5 * (p.scale / scale) ** 2).exp()


def _mean_exp_of_gamma(p: Any, scale: Any) -> Any:
    power = getattr(p, 'concentration', 1.0)
    return (1 + (p.rate * scale).reciprocal()) ** -power


def _mean_exp_of_uniform(p: Uniform, scale: Any) -> Any:
    return scale / (p.high - p.low) * ((-p.low / scale).exp() - (-p.high / scale).exp())


def _bernoulli_poisson(p: Bernoulli, q: Poisson) -> Any:
    return -p.entropy() - (p.probs * q.rate.log() - q.rate)


def _normal_laplace(p: Normal, q: Laplace) -> Any:
    apart = p.loc - q.loc
    share = apart / p.scale
    bell = math.sqrt(2 / math.pi) * p.scale * (-0.5 * share**2).exp()
    distance = (bell + apart * (math.sqrt(0.5) * share).erf()) / q.scale
    return -(p.scale / q.scale).log() + distance - 0.5 * (1 + math.log(0.5 * math.pi))


def _beta_uniform(p: Beta, q: Uniform) -> Any:
    return where((q.low > 0) | (q.high < 1), math.inf, -p.entropy() + (q.high - q.low).log())


def _uniform_beta(p: Uniform, q: Beta) -> Any:
    width, one, other = p.high - p.low, q.concentration1, q.concentration0
    mean_log_rest = (_x_log_x(1 - p.high) - _x_log_x(1 - p.low) + width) / width
    norm = one.lgamma() + other.lgamma() - (one + other).lgamma()
    found = (other - 1) * mean_log_rest + norm - width.log() - (one - 1) * _mean_log_of_uniform(p)
    return where((p.high > 1) | (p.low < 0), math.inf, found)


def _uniform_pareto(p: Uniform, q: Pareto) -> Any:
    width = p.high - p.low
    norm = (q.alpha * q.scale**q.alpha * width).log()
    return where(p.low < q.scale, math.inf, _mean_log_of_uniform(p) * (q.alpha + 1) - norm)


def _unless_negative(formula: Any) -> Any:
    """The divergence of a uniform distribution from one of positive numbers."""
    return lambda p, q: where(p.low < 0, math.inf, formula(p, q))


def _unless_heavy(formula: Any, least: int) -> Any:
    """The divergence of a Pareto distribution, infinite where its tail is too heavy."""
    return lambda p, q: where(p.alpha <= least, math.inf, formula(p, q))


_INFINITE: dict[type, tuple[type, ...]] = {
    Beta: (Pareto,),
    Exponential: (Beta, Pareto, Uniform),
    Gamma: (Beta, Pareto, Uniform),
    Gumbel: (Beta, Exponential, Gamma, Pareto, Uniform),
    Laplace: (Beta, Exponential, Gamma, Pareto, Uniform),
    Normal: (Beta, Exponential, Gamma, Pareto, Uniform),
    Pareto: (Beta, Uniform),
    Poisson: (Bernoulli, Binomial),
}

add_formulas({(p, q): _infinite for p, others in _INFINITE.items() for q in others})
add_formulas({(p, Normal): _to_normal for p in (Beta, Exponential, Gamma, Gumbel, Laplace, Uniform)})
add_formulas(
    {
        (Bernoulli, Poisson): _bernoulli_poisson,
        (Beta, Exponential): _to_exponential,
        (Beta, Gamma): _to_gamma(_mean_log_of_beta),
        (Beta, Uniform): _beta_uniform,
        (Exponential, Gamma): _to_gamma(_mean_log_of_exponential),
        (Exponential, Gumbel): _to_gumbel(_mean_exp_of_gamma),
        (Gamma, Exponential): _to_exponential,
        (Gamma, Gumbel): _to_gumbel(_mean_exp_of_gamma),
        (Normal, Gumbel): _to_gumbel(_mean_exp_of_normal),
        (Normal, Laplace): _normal_laplace,
        (Pareto, Exponential): _unless_heavy(_to_exponential, 1),
        (Pareto, Gamma): _unless_heavy(_to_gamma(_mean_log_of_pareto), 1),
        (Pareto, Normal): _unless_heavy(_to_normal, 2),
        (Uniform, Beta): _uniform_beta,
        (Uniform, Exponential): _unless_negative(_to_exponential),
        (Uniform, Gamma): _unless_negative(_to_gamma(_mean_log_of_uniform)),
        (Uniform, Gumbel): _to_gumbel(_mean_exp_of_uniform),
        (Uniform, Pareto): _uniform_pareto,
    }
)
