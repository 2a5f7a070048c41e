"""The Kullback-Leibler divergence of one distribution from another."""

import warnings
from collections.abc import Callable
from importlib import import_module
from typing import Any

from .._tensor import Tensor
from .distribution import Distribution

__all__ = ['kl_divergence', 'register_kl']

_OFFERED_LATE_BY = 'torch.distributions'

_formulas: dict[tuple[type, type], Callable[[Any, Any], Any]] = {}
# What learners register goes before the formulas that are loaded later.
_learned: dict[tuple[type, type], Callable[[Any, Any], Any]] = {}


def _formula(pair: tuple[type, type]) -> Callable[[Any, Any], Any]:
    return _learned.get(pair) or _formulas[pair]


def register_kl(
    type_p: type, type_q: type
) -> Callable[[Callable[[Any, Any], Any]], Callable[[Any, Any], Any]]:
    """Decorates a function that computes the divergence for a pair of classes.

    Raises:
        TypeError: when one of them is no class of distributions.
    """
    for name, kind in (('type_p', type_p), ('type_q', type_q)):
        if not isinstance(kind, type) or not issubclass(kind, Distribution):
            raise TypeError(f'Expected {name} to be a Distribution subclass but got {kind}')

    def decorated(formula: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
        _learned[type_p, type_q] = formula
        return formula

    return decorated


def add_formulas(formulas: dict[tuple[type, type], Callable[[Any, Any], Any]]) -> None:
    """Takes the formulas of a module that is loaded when the first divergence is computed."""
    _formulas.update(formulas)


def kl_divergence(p: Distribution, q: Distribution) -> Tensor:
    """The expectation under p of log p - log q.

    Raises:
        NotImplementedError: for pairs without a formula.
    """
    pair = _registered(type(p), type(q))
    if pair is None:
        raise NotImplementedError(
            f'No KL(p || q) is implemented for p type {type(p).__name__} and q type {type(q).__name__}'
        )
    return _formula(pair)(p, q)


def _registered(type_p: type, type_q: type) -> tuple[type, type] | None:
    """The pair of classes nearest to those of two distributions that has a formula."""
    if not _formulas:
        for module in ('_divergences', '_divergences_of_normals', '_divergences_between'):
            import_module(f'torch.distributions.{module}')
    known = _learned.keys() | _formulas.keys()
    by_p = [(p, q) for p in type_p.__mro__ for q in type_q.__mro__ if (p, q) in known]
    by_q = [(p, q) for q in type_q.__mro__ for p in type_p.__mro__ if (p, q) in known]
    if not by_p:
        return None
    if _formula(by_p[0]) is not _formula(by_q[0]):
        warnings.warn(
            f'Ambiguous kl_divergence({type_p.__name__}, {type_q.__name__}). Please '
            f'register_kl({by_p[0][0].__name__}, {by_q[0][1].__name__})',
            RuntimeWarning,
            stacklevel=3,
        )
    return by_p[0]
