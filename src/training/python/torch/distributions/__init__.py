"""torch.distributions."""

from typing import Any

from . import (
    bernoulli,
    beta,
    categorical,
    chi2,
    dirichlet,
    exponential,
    gamma,
    geometric,
    laplace,
    multinomial,
    normal,
    poisson,
    studentT,
    uniform,
)
from .continuous import Exponential, Laplace, Normal, Uniform
from .counts import Geometric, Poisson
from .discrete import Bernoulli, Categorical, Multinomial
from .distribution import Distribution
from .gamma_family import Beta, Chi2, Dirichlet, Gamma, StudentT
from .kl import kl_divergence, register_kl

__all__ = [
    'Bernoulli',
    'Beta',
    'Categorical',
    'Chi2',
    'Dirichlet',
    'Distribution',
    'Exponential',
    'Gamma',
    'Geometric',
    'Laplace',
    'Multinomial',
    'Normal',
    'Poisson',
    'StudentT',
    'Uniform',
    'bernoulli',
    'beta',
    'categorical',
    'chi2',
    'dirichlet',
    'exponential',
    'gamma',
    'geometric',
    'kl_divergence',
    'laplace',
    'multinomial',
    'normal',
    'poisson',
    'register_kl',
    'studentT',
    'uniform',
]


# Further distributions, by the module that is imported when one of them is first used.
_FURTHER = {
    'Binomial': 'binomial',
    'Gumbel': 'gumbel',
    'HalfNormal': 'half_normal',
    'Independent': 'independent',
    'LogNormal': 'log_normal',
    'MultivariateNormal': 'multivariate_normal',
}


def __dir__() -> list[str]:
    return sorted([*globals(), *_FURTHER])


def __getattr__(name: str) -> Any:
    from importlib import import_module

    if name in _FURTHER:
        return getattr(import_module(f'torch.distributions.{_FURTHER[name]}'), name)
    if name in _FURTHER.values():
        return import_module(f'torch.distributions.{name}')
    from .._names import missing

    raise missing('torch.distributions', name)
