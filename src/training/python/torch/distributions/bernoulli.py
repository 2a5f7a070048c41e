"""The Bernoulli distribution."""

import math
from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._grad_mode import no_grad
from .._tensor import Tensor
from ..nn.functional import binary_cross_entropy_with_logits
from . import constraints
from ._chances import Trial, counted, zero_to
from .exp_family import ExponentialFamily
from .utils import broadcast_all

__all__ = ['Bernoulli']

_OFFERED_LATE_BY = 'torch.distributions'


class Bernoulli(Trial, ExponentialFamily):
    """1 with probability `probs`, else 0."""

    support = constraints.boolean
    has_enumerate_support = True

    @property
    def mean(self) -> Any:
        return self.probs

    @property
    def mode(self) -> Any:
        return (self.probs >= 0.5).to(self.probs.dtype).masked_fill(self.probs == 0.5, math.nan)

    @property
    def variance(self) -> Any:
        return self.probs * (1 - self.probs)

    def sample(self, sample_shape: Sequence[int] = ()) -> Any:
        with no_grad():
            return _operations.bernoulli(self.probs.expand(self._extended_shape(sample_shape)))

    def log_prob(self, value: Tensor) -> Any:
        self._checked(value)
        logits, value = broadcast_all(self.logits, value)
        return -binary_cross_entropy_with_logits(logits, value, reduction='none')

    def entropy(self) -> Any:
        return binary_cross_entropy_with_logits(self.logits, self.probs, reduction='none')

    def enumerate_support(self, expand: bool = True) -> Any:
        return counted(zero_to(1, self._param), self._batch_shape, expand)
