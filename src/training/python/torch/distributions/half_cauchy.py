"""The half-Cauchy distribution."""

import math
from typing import Any

from .. import _operations
from ._half import Half
from .cauchy import Cauchy

__all__ = ['HalfCauchy']

_OFFERED_LATE_BY = 'torch.distributions'


class HalfCauchy(Half):
    """The absolute value of a Cauchy variable with median 0."""

    _whole = Cauchy

    @property
    def mean(self) -> Any:
        return _operations.full(self._extended_shape(), math.inf, dtype=self.scale.dtype)

    @property
    def variance(self) -> Any:
        return self.base_dist.variance
