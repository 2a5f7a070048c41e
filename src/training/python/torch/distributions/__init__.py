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


def __getattr__(name: str) -> Any:
    from .._names import missing

    raise missing('torch.distributions', name)
