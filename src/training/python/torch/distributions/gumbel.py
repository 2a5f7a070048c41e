"""The Gumbel distribution."""

import math
from collections.abc import Sequence

from .. import _operations
from .._limits import finfo
from .._tensor import Tensor
from .distribution import LocationScale

__all__ = ['Gumbel']

_OFFERED_LATE_BY = 'torch.distributions'

_EULER = 0.5772156649015329


class Gumbel(LocationScale):
    """The distribution of the largest of many numbers."""

    @property
    def mean(self) -> Tensor:
        return self.loc + self.scale * _EULER

    @property
    def variance(self) -> Tensor:
        return self.stddev**2

    @property
    def stddev(self) -> Tensor:
        return (math.pi / math.sqrt(6)) * self.scale

    def rsample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        limits = finfo(self.loc.dtype)
        drawn = _operations.zeros(self._extended(sample_shape), dtype=self.loc.dtype)
        drawn.uniform_(limits.tiny, 1 - limits.eps)
        return self.loc - self.scale * (-drawn.log()).log()

    def log_prob(self, value: Tensor) -> Tensor:
        distance = (self.loc - value) / self.scale
        return distance - distance.exp() - self.scale.log()

    def entropy(self) -> Tensor:
        return self.scale.log() + 1 + _EULER
