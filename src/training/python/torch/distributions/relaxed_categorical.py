"""Categorical variables made continuous."""

from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._dtypes import Size
from .._tensor import Tensor
from . import constraints
from .categorical import Categorical
from .exp_family import Expandable
from .relaxed_bernoulli import _Relaxed
from .transforms import ExpTransform
from .utils import broadcast_all, clamp_probs

__all__ = ['RelaxedOneHotCategorical']

_OFFERED_LATE_BY = 'torch.distributions'


class ExpRelaxedCategorical(Expandable):
    """The logarithms of relaxed one-hot vectors (…, n)."""

    arg_constraints = {'probs': constraints.simplex, 'logits': constraints.real_vector}
    support = constraints.real_vector
    has_rsample = True

    def __init__(
        self,
        temperature: Tensor,
        probs: Tensor | None = None,
        logits: Tensor | None = None,
        validate_args: bool | None = None,
    ) -> None:
        self._categorical = Categorical(probs, logits)
        self.temperature: Any = temperature
        super().__init__(self._categorical.batch_shape, self.param_shape[-1:], validate_args)

    def _larger(self, batch_shape: Sequence[int], _instance: Any) -> Any:
        new = super()._larger(batch_shape, _instance)
        new.temperature = self.temperature
        return new

    @property
    def param_shape(self) -> Size:
        """Shape of the probabilities."""
        return self._categorical.param_shape

    @property
    def logits(self) -> Any:
        """The logits."""
        return self._categorical.logits

    @property
    def probs(self) -> Any:
        """The probabilities."""
        return self._categorical.probs

    def rsample(self, sample_shape: Sequence[int] = ()) -> Any:
        shape = self._extended_shape(sample_shape)
        drawn = clamp_probs(_operations.rand(shape, dtype=self.logits.dtype))
        scores = (self.logits - (-drawn.log()).log()) / self.temperature
        return scores - scores.logsumexp(-1, True)

    def log_prob(self, value: Tensor) -> Any:
        self._checked(value)
        logits, value = broadcast_all(self.logits, value)
        size = self._event_shape[0]
        full: Any = _operations.full_like(self.temperature, float(size))
        scale = full.lgamma() - self.temperature.log() * -(size - 1)
        score = logits - value * self.temperature
        return (score - score.logsumexp(-1, True)).sum(-1) + scale


class RelaxedOneHotCategorical(_Relaxed):
    """Probabilities (…, n) in place of one-hot vectors, through which gradients reach the categories' own."""

    arg_constraints = {'probs': constraints.simplex, 'logits': constraints.real_vector}
    support = constraints.simplex

    def __init__(
        self,
        temperature: Tensor,
        probs: Tensor | None = None,
        logits: Tensor | None = None,
        validate_args: bool | None = None,
    ) -> None:
        base = ExpRelaxedCategorical(temperature, probs, logits, validate_args)
        super().__init__(base, ExpTransform(), validate_args)
