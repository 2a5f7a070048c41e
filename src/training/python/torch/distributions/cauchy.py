"""The Cauchy distribution."""

import math
from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._tensor import Tensor
from ._located import Located

__all__ = ['Cauchy']

_OFFERED_LATE_BY = 'torch.distributions'


class Cauchy(Located):
    """The Cauchy distribution, which has no mean: its median is `loc`, half of it lies within `scale`."""

    @property
    def mean(self) -> Any:
        return _operations.full_like(self.loc, math.nan)

    @property
    def variance(self) -> Any:
        return _operations.full_like(self.loc, math.inf)

    def rsample(self, sample_shape: Sequence[int] = ()) -> Any:
        drawn: Any = _operations.zeros(self._extended_shape(sample_shape), dtype=self.loc.dtype)
        return self.loc + drawn.cauchy_() * self.scale

    def log_prob(self, value: Tensor) -> Any:
        distance = (self._checked(value) - self.loc) / self.scale
        return -math.log(math.pi) - self.scale.log() - (distance**2).log1p()

    def cdf(self, value: Tensor) -> Any:
        return ((self._checked(value) - self.loc) / self.scale).atan() / math.pi + 0.5

    def icdf(self, value: Tensor) -> Any:
        return (math.pi * (value - 0.5)).tan() * self.scale + self.loc

    def entropy(self) -> Any:
        return math.log(4 * math.pi) + self.scale.log()
