"""Distributions of counts: Poisson, geometric."""

from collections.abc import Sequence

from .. import _operations
from .._grad_mode import no_grad
from .._limits import finfo
from .._tensor import Tensor
from .discrete import _Trial
from .distribution import Distribution, as_parameters

__all__ = ['Geometric', 'Poisson']

_OFFERED_BY = 'torch.distributions'


class Poisson(Distribution):
    """The number of events at a rate."""

    _shown = ('rate',)

    def __init__(self, rate: Tensor | float, validate_args: bool | None = None) -> None:
        (self.rate,) = as_parameters(rate)
        super().__init__(self.rate.shape)

    @property
    def mean(self) -> Tensor:
        return self.rate

    @property
    def variance(self) -> Tensor:
        return self.rate

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        with no_grad():
            return _operations.poisson(self.rate.expand(self._extended(sample_shape)))

    def log_prob(self, value: Tensor) -> Tensor:
        return value * self.rate.log() - self.rate - (value + 1).lgamma()


class Geometric(_Trial):
    """The number of failures before the first success of probability `probs`."""

    @property
    def mean(self) -> Tensor:
        return 1.0 / self.probs - 1.0

    @property
    def variance(self) -> Tensor:
        return (1.0 / self.probs - 1.0) / self.probs

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        shape = self._extended(sample_shape)
        with no_grad():
            drawn = self.probs.new_empty(shape).uniform_(finfo(self.probs.dtype).tiny, 1)
            return (drawn.log() / (-self.probs).log1p()).floor()

    def log_prob(self, value: Tensor) -> Tensor:
        return value * (-self.probs).log1p() + self.probs.log()
