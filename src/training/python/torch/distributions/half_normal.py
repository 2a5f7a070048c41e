"""The half-normal distribution."""

import math
from collections.abc import Sequence

from .. import _operations
from .._tensor import Tensor
from .continuous import Normal
from .distribution import Distribution, as_parameters

__all__ = ['HalfNormal']

_OFFERED_LATE_BY = 'torch.distributions'


class HalfNormal(Distribution):
    """The absolute value of a normal variable with mean 0."""

    _shown = ()

    def __init__(self, scale: Tensor | float, validate_args: bool | None = None) -> None:
        (self.scale,) = as_parameters(scale)
        self._normal = Normal(_operations.zeros_like(self.scale), self.scale)
        super().__init__(self.scale.shape)

    @property
    def mean(self) -> Tensor:
        return self.scale * math.sqrt(2 / math.pi)

    @property
    def variance(self) -> Tensor:
        return self.scale**2 * (1 - 2 / math.pi)

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        return self._normal.rsample(sample_shape).abs()

    def log_prob(self, value: Tensor) -> Tensor:
        found = self._normal.log_prob(value) + math.log(2)
        return _operations.where(found.isnan() | (value >= 0), found, -math.inf)

    def entropy(self) -> Tensor:
        return self._normal.entropy() - math.log(2)
