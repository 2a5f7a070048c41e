"""The gamma distribution."""

from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._construct import as_tensor
from .._limits import finfo
from .._tensor import Tensor
from . import constraints
from .exp_family import ExponentialFamily
from .utils import broadcast_all

__all__ = ['Gamma']

_OFFERED_LATE_BY = 'torch.distributions'


class Gamma(ExponentialFamily):
    """The gamma distribution."""

    arg_constraints = {'concentration': constraints.positive, 'rate': constraints.positive}
    support = constraints.nonnegative
    has_rsample = True

    def __init__(
        self, concentration: Tensor | float, rate: Tensor | float, validate_args: bool | None = None
    ) -> None:
        self.concentration, self.rate = broadcast_all(concentration, rate)
        super().__init__(self.concentration.shape, validate_args=validate_args)

    @property
    def mean(self) -> Any:
        return self.concentration / self.rate

    @property
    def mode(self) -> Any:
        return ((self.concentration - 1) / self.rate).clamp(min=0)

    @property
    def variance(self) -> Any:
        return self.concentration / self.rate**2

    def rsample(self, sample_shape: Sequence[int] = ()) -> Any:
        shape = self._extended_shape(sample_shape)
        drawn = _operations._standard_gamma(self.concentration.expand(shape)) / self.rate.expand(shape)
        drawn.detach().clamp_(min=finfo(drawn.dtype).tiny)
        return drawn

    def log_prob(self, value: Tensor) -> Any:
        value = self._checked(as_tensor(value, dtype=self.rate.dtype))
        return (
            _operations.xlogy(self.concentration, self.rate)
            + _operations.xlogy(self.concentration - 1, value)
            - self.rate * value
            - self.concentration.lgamma()
        )

    def cdf(self, value: Tensor) -> Any:
        return _operations.igamma(self.concentration, self.rate * self._checked(value))

    def entropy(self) -> Any:
        concentration = self.concentration
        return (
            concentration
            - self.rate.log()
            + concentration.lgamma()
            + (1.0 - concentration) * concentration.digamma()
        )
