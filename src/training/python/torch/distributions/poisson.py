"""The Poisson distribution."""

from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._grad_mode import no_grad
from .._tensor import Tensor
from . import constraints
from .exp_family import ExponentialFamily
from .utils import broadcast_all

__all__ = ['Poisson']

_OFFERED_LATE_BY = 'torch.distributions'


class Poisson(ExponentialFamily):
    """The Poisson distribution: of the number of events at a rate."""

    arg_constraints = {'rate': constraints.nonnegative}
    support = constraints.nonnegative_integer

    def __init__(self, rate: Tensor | float, validate_args: bool | None = None) -> None:
        (self.rate,) = broadcast_all(rate)
        super().__init__(self.rate.shape, validate_args=validate_args)

    @property
    def mean(self) -> Any:
        return self.rate

    @property
    def mode(self) -> Any:
        return self.rate.floor()

    @property
    def variance(self) -> Any:
        return self.rate

    def sample(self, sample_shape: Sequence[int] = ()) -> Any:
        with no_grad():
            return _operations.poisson(self.rate.expand(self._extended_shape(sample_shape)))

    def log_prob(self, value: Tensor) -> Any:
        rate, value = broadcast_all(self.rate, self._checked(value))
        return _operations.xlogy(value, rate) - rate - (value + 1).lgamma()
