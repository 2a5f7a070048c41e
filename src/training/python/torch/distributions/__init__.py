"""torch.distributions."""

from typing import Any

from . import bernoulli, categorical, exponential, laplace, multinomial, normal, uniform
from .continuous import Exponential, Laplace, Normal, Uniform
from .discrete import Bernoulli, Categorical, Multinomial
from .distribution import Distribution

__all__ = [
    'Bernoulli',
    'Categorical',
    'Distribution',
    'Exponential',
    'Laplace',
    'Multinomial',
    'Normal',
    'Uniform',
    'bernoulli',
    'categorical',
    'exponential',
    'laplace',
    'multinomial',
    'normal',
    'uniform',
]


def __getattr__(name: str) -> Any:
    from .._names import missing

    raise missing('torch.distributions', name)
