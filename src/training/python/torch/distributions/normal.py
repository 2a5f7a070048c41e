"""The normal distribution."""

import math
from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._tensor import Tensor
from ._located import Located
from .exp_family import ExponentialFamily
from .utils import standard_normal

__all__ = ['Normal']

_OFFERED_LATE_BY = 'torch.distributions'


class Normal(Located, ExponentialFamily):
    """The normal distribution with mean `loc` and standard deviation `scale`."""

    @property
    def stddev(self) -> Any:
        return self.scale

    @property
    def variance(self) -> Any:
        return self.scale**2

    def sample(self, sample_shape: Sequence[int] = ()) -> Any:
        shape = self._extended_shape(sample_shape)
        return _operations.normal(self.loc.detach().expand(shape), self.scale.detach().expand(shape))

    def rsample(self, sample_shape: Sequence[int] = ()) -> Any:
        noise = standard_normal(self._extended_shape(sample_shape), self.loc.dtype)
        return self.loc + noise * self.scale

    def log_prob(self, value: Tensor) -> Any:
        distance = (self._checked(value) - self.loc) ** 2 / (2 * self.scale**2)
        return -distance - self.scale.log() - math.log(math.sqrt(2 * math.pi))

    def cdf(self, value: Tensor) -> Any:
        distance = (self._checked(value) - self.loc) * self.scale.reciprocal()
        return 0.5 * (1 + (distance / math.sqrt(2)).erf())

    def icdf(self, value: Tensor) -> Any:
        return self.loc + self.scale * (2 * value - 1).erfinv() * math.sqrt(2)

    def entropy(self) -> Any:
        return 0.5 + 0.5 * math.log(2 * math.pi) + self.scale.log()
