"""The negative binomial distribution."""

from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._grad_mode import no_grad
from .._tensor import Tensor
from ..nn.functional import logsigmoid
from . import constraints
from ._chances import Chances, exactly_one
from .gamma import Gamma
from .utils import broadcast_all, lazy_property

__all__ = ['NegativeBinomial']

_OFFERED_LATE_BY = 'torch.distributions'


class NegativeBinomial(Chances):
    """How many trials succeed, each with probability `probs`, before `total_count` have failed."""

    arg_constraints = {
        'total_count': constraints.greater_than_eq(0),
        'probs': constraints.half_open_interval(0.0, 1.0),
        'logits': constraints.real,
    }
    support = constraints.nonnegative_integer

    def __init__(
        self,
        total_count: Tensor | float,
        probs: Tensor | float | None = None,
        logits: Tensor | float | None = None,
        validate_args: bool | None = None,
    ) -> None:
        exactly_one(probs, logits)
        if probs is not None:
            count, self.probs = broadcast_all(total_count, probs)
        else:
            count, self.logits = broadcast_all(total_count, logits)
        self.total_count = count.type_as(self._param)
        super().__init__(self._param.shape, validate_args=validate_args)

    @property
    def mean(self) -> Any:
        return self.total_count * self.logits.exp()

    @property
    def mode(self) -> Any:
        return ((self.total_count - 1) * self.logits.exp()).floor().clamp(min=0.0)

    @property
    def variance(self) -> Any:
        return self.mean / (-self.logits).sigmoid()

    @lazy_property
    def _gamma(self) -> Gamma:
        return Gamma(self.total_count, (-self.logits).exp(), validate_args=False)

    def sample(self, sample_shape: Sequence[int] = ()) -> Any:
        with no_grad():
            return _operations.poisson(self._gamma.sample(sample_shape))

    def log_prob(self, value: Tensor) -> Any:
        self._checked(value)
        unnormalized = self.total_count * logsigmoid(-self.logits) + value * logsigmoid(self.logits)
        norm = (
            -(self.total_count + value).lgamma() + (1.0 + value).lgamma() + self.total_count.lgamma()
        ).masked_fill(self.total_count + value == 0.0, 0.0)
        return unnormalized - norm
