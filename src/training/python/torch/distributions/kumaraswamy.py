"""The Kumaraswamy distribution."""

import math
from typing import Any

from .. import _operations
from .._tensor import Tensor
from . import constraints
from .transformed_distribution import TransformedDistribution
from .transforms import AffineTransform, PowerTransform
from .uniform import Uniform
from .utils import broadcast_all, euler_constant

__all__ = ['Kumaraswamy']

_OFFERED_LATE_BY = 'torch.distributions'


class Kumaraswamy(TransformedDistribution):
    """A distribution of probabilities much like the beta distribution, with a density in closed form."""

    arg_constraints = {'concentration1': constraints.positive, 'concentration0': constraints.positive}
    support = constraints.unit_interval
    has_rsample = True

    def __init__(
        self,
        concentration1: Tensor | float,
        concentration0: Tensor | float,
        validate_args: bool | None = None,
    ) -> None:
        self.concentration1, self.concentration0 = broadcast_all(concentration1, concentration0)
        zeros = _operations.full_like(self.concentration0, 0)
        base = Uniform(zeros, _operations.full_like(self.concentration0, 1), validate_args)
        steps = [
            PowerTransform(self.concentration0.reciprocal()),
            AffineTransform(1.0, -1.0),
            PowerTransform(self.concentration1.reciprocal()),
        ]
        super().__init__(base, steps, validate_args)

    def _moment(self, power: int) -> Any:
        one, other = 1 + power / self.concentration1, self.concentration0
        return other * (one.lgamma() + other.lgamma() - (one + other).lgamma()).exp()

    @property
    def mean(self) -> Any:
        return self._moment(1)

    @property
    def mode(self) -> Any:
        one, other = self.concentration1, self.concentration0
        found = other.reciprocal() * (-other).log1p() - (-other * one).log1p()
        return found.masked_fill((other < 1) | (one < 1), math.nan).exp()

    @property
    def variance(self) -> Any:
        return self._moment(2) - self.mean**2

    def entropy(self) -> Any:
        one, other = self.concentration1, self.concentration0
        harmonic = (other + 1).digamma() + euler_constant
        return (1 - other.reciprocal()) + (1 - one.reciprocal()) * harmonic - one.log() - other.log()
