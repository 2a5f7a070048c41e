"""The Gumbel distribution."""

import math
from typing import Any

from .. import _operations
from .._limits import finfo
from .._tensor import Tensor
from . import constraints
from .transformed_distribution import TransformedDistribution
from .transforms import AffineTransform, ExpTransform
from .uniform import Uniform
from .utils import broadcast_all, euler_constant

__all__ = ['Gumbel']

_OFFERED_LATE_BY = 'torch.distributions'


class Gumbel(TransformedDistribution):
    """The distribution of the largest of many numbers."""

    arg_constraints = {'loc': constraints.real, 'scale': constraints.positive}
    support = constraints.real

    def __init__(self, loc: Tensor | float, scale: Tensor | float, validate_args: bool | None = None) -> None:
        self.loc, self.scale = broadcast_all(loc, scale)
        limits = finfo(self.loc.dtype)
        low = _operations.full_like(self.loc, limits.tiny)
        base = Uniform(low, _operations.full_like(self.loc, 1 - limits.eps), validate_args)
        turned = AffineTransform(0, -_operations.ones_like(self.scale))
        steps = [ExpTransform().inv, turned, ExpTransform().inv, AffineTransform(loc, -self.scale)]
        super().__init__(base, steps, validate_args)

    @property
    def mean(self) -> Any:
        return self.loc + self.scale * euler_constant

    @property
    def mode(self) -> Any:
        return self.loc

    @property
    def stddev(self) -> Any:
        return (math.pi / math.sqrt(6)) * self.scale

    @property
    def variance(self) -> Any:
        return self.stddev**2

    def log_prob(self, value: Tensor) -> Any:
        distance = (self.loc - self._checked(value)) / self.scale
        return distance - distance.exp() - self.scale.log()

    def entropy(self) -> Any:
        return self.scale.log() + (1 + euler_constant)
