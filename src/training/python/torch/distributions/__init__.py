"""torch.distributions."""

from typing import Any

from . import bernoulli, categorical, exponential, geometric, laplace, multinomial, normal, poisson, uniform
from .continuous import Exponential, Laplace, Normal, Uniform
from .counts import Geometric, Poisson
from .discrete import Bernoulli, Categorical, Multinomial
from .distribution import Distribution
from .kl import kl_divergence, register_kl

__all__ = [
    'Bernoulli',
    'Categorical',
    'Distribution',
    'Exponential',
    'Geometric',
    'Laplace',
    'Multinomial',
    'Normal',
    'Poisson',
    'Uniform',
    'bernoulli',
    'categorical',
    'exponential',
    'geometric',
    'kl_divergence',
    'laplace',
    'multinomial',
    'normal',
    'poisson',
    'register_kl',
    'uniform',
]


def __getattr__(name: str) -> Any:
    from .._names import missing

    raise missing('torch.distributions', name)
