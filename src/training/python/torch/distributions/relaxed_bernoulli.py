"""Bernoulli variables made continuous."""

from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._tensor import Tensor
from . import constraints
from ._chances import Trial
from .transformed_distribution import TransformedDistribution
from .transforms import SigmoidTransform
from .utils import broadcast_all, clamp_probs

__all__ = ['LogitRelaxedBernoulli', 'RelaxedBernoulli']

_OFFERED_LATE_BY = 'torch.distributions'


class LogitRelaxedBernoulli(Trial):
    """The logits of relaxed Bernoulli variables; the lower the temperature, the larger."""

    support = constraints.real

    def __init__(
        self,
        temperature: Tensor,
        probs: Tensor | float | None = None,
        logits: Tensor | float | None = None,
        validate_args: bool | None = None,
    ) -> None:
        super().__init__(probs, logits, validate_args)
        self.temperature: Any = temperature

    def _larger(self, batch_shape: Sequence[int], _instance: Any) -> Any:
        new = super()._larger(batch_shape, _instance)
        new.temperature = self.temperature
        return new

    def rsample(self, sample_shape: Sequence[int] = ()) -> Any:
        shape = self._extended_shape(sample_shape)
        probs = clamp_probs(self.probs.expand(shape))
        drawn = clamp_probs(_operations.rand(shape, dtype=probs.dtype))
        logit = drawn.log() - (-drawn).log1p() + probs.log() - (-probs).log1p()
        return logit / self.temperature

    def log_prob(self, value: Tensor) -> Any:
        self._checked(value)
        logits, value = broadcast_all(self.logits, value)
        distance = logits - value * self.temperature
        return self.temperature.log() + distance - 2 * distance.exp().log1p()


class _Relaxed(TransformedDistribution):
    """Relaxed variables, made of a distribution with temperature and probabilities."""

    has_rsample = True

    @property
    def temperature(self) -> Any:
        """How soft they are: near 0 they are nearly whole."""
        return self.base_dist.temperature

    @property
    def logits(self) -> Any:
        """The logits."""
        return self.base_dist.logits

    @property
    def probs(self) -> Any:
        """The probabilities."""
        return self.base_dist.probs


class RelaxedBernoulli(_Relaxed):
    """Numbers between 0 and 1 in place of 0 or 1, through which gradients reach the probabilities."""

    arg_constraints = {'probs': constraints.unit_interval, 'logits': constraints.real}
    support = constraints.unit_interval

    def __init__(
        self,
        temperature: Tensor,
        probs: Tensor | float | None = None,
        logits: Tensor | float | None = None,
        validate_args: bool | None = None,
    ) -> None:
        base = LogitRelaxedBernoulli(temperature, probs, logits)
        super().__init__(base, SigmoidTransform(), validate_args)
