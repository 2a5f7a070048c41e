"""Distributions of absolute values."""

import math
from typing import Any

from .. import _operations
from .._tensor import Tensor
from . import constraints
from .transformed_distribution import TransformedDistribution
from .transforms import AbsTransform

__all__ = ['Half']


class Half(TransformedDistribution):
    """The absolute value of a variable that lies around 0 symmetrically."""

    arg_constraints = {'scale': constraints.positive}
    support = constraints.nonnegative
    has_rsample = True
    _whole: Any

    def __init__(self, scale: Tensor | float, validate_args: bool | None = None) -> None:
        super().__init__(self._whole(0, scale, validate_args=False), AbsTransform(), validate_args)

    @property
    def scale(self) -> Any:
        """The scale of the variable."""
        return self.base_dist.scale

    @property
    def mode(self) -> Any:
        return _operations.zeros_like(self.scale)

    def log_prob(self, value: Tensor) -> Any:
        found = self.base_dist.log_prob(self._checked(value)) + math.log(2)
        return _operations.where(value >= 0, found, -math.inf)

    def cdf(self, value: Tensor) -> Any:
        return 2 * self.base_dist.cdf(self._checked(value)) - 1

    def icdf(self, value: Tensor) -> Any:
        return self.base_dist.icdf((value + 1) / 2)

    def entropy(self) -> Any:
        return self.base_dist.entropy() - math.log(2)
