"""The categorical distribution with one-hot vectors."""

from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._dtypes import Size
from .._tensor import Tensor
from ..nn.functional import one_hot
from . import constraints
from .categorical import Categorical
from .exp_family import Expandable

__all__ = ['OneHotCategorical', 'OneHotCategoricalStraightThrough']

_OFFERED_LATE_BY = 'torch.distributions'


class OneHotCategorical(Expandable):
    """One-hot vectors (…, n) of a category with probabilities (…, n)."""

    arg_constraints = {'probs': constraints.simplex, 'logits': constraints.real_vector}
    support = constraints.one_hot
    has_enumerate_support = True

    def __init__(
        self, probs: Tensor | None = None, logits: Tensor | None = None, validate_args: bool | None = None
    ) -> None:
        self._categorical = Categorical(probs, logits)
        super().__init__(self._categorical.batch_shape, self.param_shape[-1:], validate_args)

    @property
    def probs(self) -> Any:
        """The probabilities."""
        return self._categorical.probs

    @property
    def logits(self) -> Any:
        """The logits."""
        return self._categorical.logits

    @property
    def param_shape(self) -> Size:
        """Shape of the probabilities."""
        return self._categorical.param_shape

    @property
    def mean(self) -> Any:
        return self.probs

    @property
    def mode(self) -> Any:
        return self._encoded(self.probs.argmax(-1))

    @property
    def variance(self) -> Any:
        return self.probs * (1 - self.probs)

    def _encoded(self, indices: Any) -> Any:
        return one_hot(indices, self._event_shape[0]).to(self.probs.dtype)

    def sample(self, sample_shape: Sequence[int] = ()) -> Any:
        return self._encoded(self._categorical.sample(sample_shape))

    def log_prob(self, value: Tensor) -> Any:
        return self._categorical.log_prob(self._checked(value).max(-1)[1])

    def entropy(self) -> Any:
        return self._categorical.entropy()

    def enumerate_support(self, expand: bool = True) -> Any:
        size = self._event_shape[0]
        values: Any = _operations.eye(size, dtype=self.probs.dtype)
        values = values.view(size, *(1 for _ in self._batch_shape), size)
        return values.expand(size, *self._batch_shape, size) if expand else values


class OneHotCategoricalStraightThrough(OneHotCategorical):
    """The same, with samples through which gradients reach the probabilities as if they were them."""

    has_rsample = True

    def rsample(self, sample_shape: Sequence[int] = ()) -> Any:
        return self.sample(sample_shape) + (self.probs - self.probs.detach())
