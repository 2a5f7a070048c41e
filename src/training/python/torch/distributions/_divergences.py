"""Divergences between distributions of one family."""

import math
from typing import Any

from .._operations import where
from ..nn.functional import softplus
from .bernoulli import Bernoulli
from .beta import Beta
from .binomial import Binomial
from .categorical import Categorical
from .cauchy import Cauchy
from .dirichlet import Dirichlet
from .exp_family import ExponentialFamily
from .exponential import Exponential
from .gamma import Gamma
from .geometric import Geometric
from .gumbel import Gumbel
from .independent import Independent
from .kl import add_formulas, kl_divergence
from .laplace import Laplace
from .one_hot_categorical import OneHotCategorical
from .pareto import Pareto
from .poisson import Poisson
from .transformed_distribution import TransformedDistribution
from .uniform import Uniform
from .utils import euler_constant, sum_rightmost

__all__ = []


def _bernoulli(p: Bernoulli, q: Bernoulli) -> Any:
    success = p.probs * (softplus(-q.logits) - softplus(-p.logits))
    failure = (1 - p.probs) * (softplus(q.logits) - softplus(p.logits))
    success = where(p.probs == 0, 0.0, where(q.probs == 0, math.inf, success))
    return success + where(p.probs == 1, 0.0, where(q.probs == 1, math.inf, failure))


def _beta(p: Beta, q: Beta) -> Any:
    total_p, total_q = p.concentration1 + p.concentration0, q.concentration1 + q.concentration0
    norm_q = q.concentration1.lgamma() + q.concentration0.lgamma() + total_p.lgamma()
    norm_p = p.concentration1.lgamma() + p.concentration0.lgamma() + total_q.lgamma()
    one = (p.concentration1 - q.concentration1) * p.concentration1.digamma()
    other = (p.concentration0 - q.concentration0) * p.concentration0.digamma()
    return norm_q - norm_p + one + other + (total_q - total_p) * total_p.digamma()


def _binomial(p: Binomial, q: Binomial) -> Any:
    if (p.total_count < q.total_count).any():
        raise NotImplementedError(
            'KL between Binomials where q.total_count > p.total_count is not implemented'
        )
    each = p.probs * (p.logits - q.logits) + (-p.probs).log1p() - (-q.probs).log1p()
    return where(p.total_count > q.total_count, math.inf, p.total_count * each)


def _categorical(p: Categorical, q: Categorical) -> Any:
    terms = where(q.probs == 0, math.inf, p.probs * (p.logits - q.logits))
    return where(p.probs == 0, 0.0, terms).sum(-1)


def _cauchy(p: Cauchy, q: Cauchy) -> Any:
    apart = ((p.scale + q.scale) ** 2 + (p.loc - q.loc) ** 2).log()
    return apart - (4 * p.scale * q.scale).log()


def _dirichlet(p: Dirichlet, q: Dirichlet) -> Any:
    total_p, total_q = p.concentration.sum(-1), q.concentration.sum(-1)
    norm = (p.concentration.lgamma() - q.concentration.lgamma()).sum(-1)
    slope = p.concentration.digamma() - total_p.digamma().unsqueeze(-1)
    apart = ((p.concentration - q.concentration) * slope).sum(-1)
    return total_p.lgamma() - total_q.lgamma() - norm + apart


def _exponential(p: Exponential, q: Exponential) -> Any:
    ratio = q.rate / p.rate
    return -ratio.log() + ratio - 1


def _gamma(p: Gamma, q: Gamma) -> Any:
    rates = q.concentration * (p.rate / q.rate).log()
    norm = q.concentration.lgamma() - p.concentration.lgamma()
    apart = (p.concentration - q.concentration) * p.concentration.digamma()
    return rates + norm + apart + (q.rate - p.rate) * (p.concentration / p.rate)


def _geometric(p: Geometric, q: Geometric) -> Any:
    return -p.entropy() - (-q.probs).log1p() / p.probs - q.logits


def _gumbel(p: Gumbel, q: Gumbel) -> Any:
    ratio, place_q, place_p = p.scale / q.scale, q.loc / q.scale, p.loc / q.scale
    tail = (place_q + (1 + ratio).lgamma() - place_p).exp()
    return -ratio.log() - place_q + place_p + ratio * euler_constant + tail - (1 + euler_constant)


def _laplace(p: Laplace, q: Laplace) -> Any:
    ratio = p.scale / q.scale
    distance = (p.loc - q.loc).abs()
    return -ratio.log() + distance / q.scale + ratio * (-distance / p.scale).exp() - 1


def _one_hot(p: OneHotCategorical, q: OneHotCategorical) -> Any:
    return _categorical(p._categorical, q._categorical)


def _pareto(p: Pareto, q: Pareto) -> Any:
    ratio = q.alpha / p.alpha
    found = q.alpha * (p.scale / q.scale).log() - ratio.log() + ratio - 1
    return where(p.scale < q.scale, math.inf, found)


def _poisson(p: Poisson, q: Poisson) -> Any:
    return p.rate * (p.rate.log() - q.rate.log()) - (p.rate - q.rate)


def _uniform(p: Uniform, q: Uniform) -> Any:
    found = ((q.high - q.low) / (p.high - p.low)).log()
    return where((q.low > p.low) | (q.high < p.high), math.inf, found)


def _exponential_families(p: ExponentialFamily, q: ExponentialFamily) -> Any:
    raise NotImplementedError(
        'The cross KL-divergence between different exponential families cannot                             '
        'be computed using Bregman divergences'
    )


def _independent(p: Independent, q: Independent) -> Any:
    if p.reinterpreted_batch_ndims != q.reinterpreted_batch_ndims:
        raise NotImplementedError
    return sum_rightmost(kl_divergence(p.base_dist, q.base_dist), p.reinterpreted_batch_ndims)


def _transformed(p: TransformedDistribution, q: TransformedDistribution) -> Any:
    if p.transforms != q.transforms or p.event_shape != q.event_shape:
        raise NotImplementedError
    return kl_divergence(p.base_dist, q.base_dist)


add_formulas(
    {
        (kind, kind): formula
        for kind, formula in (
            (Bernoulli, _bernoulli),
            (Beta, _beta),
            (Binomial, _binomial),
            (Categorical, _categorical),
            (Cauchy, _cauchy),
            (Dirichlet, _dirichlet),
            (Exponential, _exponential),
            (ExponentialFamily, _exponential_families),
            (Gamma, _gamma),
            (Geometric, _geometric),
            (Gumbel, _gumbel),
            (Independent, _independent),
            (Laplace, _laplace),
            (OneHotCategorical, _one_hot),
            (Pareto, _pareto),
            (Poisson, _poisson),
            (TransformedDistribution, _transformed),
            (Uniform, _uniform),
        )
    }
)
