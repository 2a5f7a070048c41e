"""The Kullback-Leibler divergence of one distribution from another, for pairs of the same family."""

from collections.abc import Callable
from typing import Any

from .. import _operations
from .._tensor import Tensor
from .continuous import Exponential, Laplace, Normal, Uniform
from .counts import Poisson
from .discrete import Bernoulli, Categorical
from .distribution import Distribution

__all__ = ['kl_divergence', 'register_kl']

_OFFERED_BY = 'torch.distributions'

_formulas: dict[tuple[type, type], Callable[[Any, Any], Any]] = {}


def register_kl(
    type_p: type, type_q: type
) -> Callable[[Callable[[Any, Any], Any]], Callable[[Any, Any], Any]]:
    """Decorates a function that computes the divergence for a pair of classes."""

    def decorated(formula: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
        _formulas[type_p, type_q] = formula
        return formula

    return decorated


def kl_divergence(p: Distribution, q: Distribution) -> Tensor:
    """The expectation under p of log p - log q.

    Raises:
        NotImplementedError: for pairs without a formula.
    """
    for left in type(p).__mro__:
        for right in type(q).__mro__:
            if (left, right) in _formulas:
                return _formulas[left, right](p, q)
    raise NotImplementedError(
        f'No KL(p || q) is implemented for p type {type(p).__name__} and q type {type(q).__name__}'
    )


@register_kl(Normal, Normal)
def _normal(p: Normal, q: Normal) -> Any:
    ratio = (p.scale / q.scale).pow(2)
    distance = ((p.loc - q.loc) / q.scale).pow(2)
    return 0.5 * (ratio + distance - 1 - ratio.log())


@register_kl(Uniform, Uniform)
def _uniform(p: Uniform, q: Uniform) -> Any:
    divergence = ((q.high - q.low) / (p.high - p.low)).log()
    return _operations.where((q.low > p.low) | (q.high < p.high), float('inf'), divergence)


@register_kl(Exponential, Exponential)
def _exponential(p: Exponential, q: Exponential) -> Any:
    ratio = q.rate / p.rate
    return -ratio.log() + ratio - 1


@register_kl(Laplace, Laplace)
def _laplace(p: Laplace, q: Laplace) -> Any:
    ratio = p.scale / q.scale
    distance = (p.loc - q.loc).abs()
    return -ratio.log() + distance / q.scale + ratio * (-distance / p.scale).exp() - 1


@register_kl(Poisson, Poisson)
def _poisson(p: Poisson, q: Poisson) -> Any:
    return p.rate * (p.rate.log() - q.rate.log()) - (p.rate - q.rate)


@register_kl(Bernoulli, Bernoulli)
def _bernoulli(p: Bernoulli, q: Bernoulli) -> Any:
    one = _operations.xlogy(p.probs, p.probs / q.probs)
    return one + _operations.xlogy(1 - p.probs, (1 - p.probs) / (1 - q.probs))


@register_kl(Categorical, Categorical)
def _categorical(p: Categorical, q: Categorical) -> Any:
    terms = p.probs * (p.logits - q.logits)
    terms = _operations.where(q.probs == 0, float('inf'), terms)
    return _operations.where(p.probs == 0, 0.0, terms).sum(-1)
