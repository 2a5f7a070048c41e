"""The Fisher-Snedecor distribution."""

import math
from collections.abc import Sequence
from typing import Any

from .._limits import finfo
from .._tensor import Tensor
from . import constraints
from .exp_family import Expandable
from .gamma import Gamma
from .utils import broadcast_all

__all__ = ['FisherSnedecor']

_OFFERED_LATE_BY = 'torch.distributions'


class FisherSnedecor(Expandable):
    """The F distribution: of the ratio of two chi-squared variables, each over its degrees of freedom."""

    arg_constraints = {'df1': constraints.positive, 'df2': constraints.positive}
    support = constraints.positive
    has_rsample = True

    def __init__(self, df1: Tensor | float, df2: Tensor | float, validate_args: bool | None = None) -> None:
        self.df1, self.df2 = broadcast_all(df1, df2)
        self._gamma1 = Gamma(self.df1 * 0.5, self.df1)
        self._gamma2 = Gamma(self.df2 * 0.5, self.df2)
        super().__init__(self.df1.shape, validate_args=validate_args)

    @property
    def mean(self) -> Any:
        freedom = self.df2.masked_fill(self.df2 <= 2, math.nan)
        return freedom / (freedom - 2)

    @property
    def mode(self) -> Any:
        found = (self.df1 - 2) / self.df1 * self.df2 / (self.df2 + 2)
        return found.masked_fill(self.df1 <= 2, math.nan)

    @property
    def variance(self) -> Any:
        freedom = self.df2.masked_fill(self.df2 <= 4, math.nan)
        below = self.df1 * (freedom - 2) ** 2 * (freedom - 4)
        return 2 * freedom**2 * (self.df1 + freedom - 2) / below

    def rsample(self, sample_shape: Sequence[int] = ()) -> Any:
        above = self._gamma1.rsample(sample_shape)
        below = self._gamma2.rsample(sample_shape)
        tiny = finfo(below.dtype).tiny
        return (above / below.clamp(min=tiny)).clamp(min=tiny)

    def log_prob(self, value: Tensor) -> Any:
        self._checked(value)
        first, second, ratio = self.df1 * 0.5, self.df2 * 0.5, self.df1 / self.df2
        norm = (first + second).lgamma() - first.lgamma() - second.lgamma()
        power = first * ratio.log() + (first - 1) * value.log()
        return norm + power - (first + second) * (ratio * value).log1p()
