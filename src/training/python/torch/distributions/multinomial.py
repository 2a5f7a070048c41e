"""The multinomial distribution."""

import math
from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._construct import tensor
from .._dtypes import Size
from .._tensor import Tensor
from . import constraints
from .binomial import Binomial
from .categorical import Categorical
from .exp_family import Expandable
from .utils import broadcast_all

__all__ = ['Multinomial']

_OFFERED_LATE_BY = 'torch.distributions'


class Multinomial(Expandable):
    """How often each of n outcomes occurs in `total_count` draws.

    Raises:
        NotImplementedError: when `total_count` is a tensor.
    """

    arg_constraints = {'probs': constraints.simplex, 'logits': constraints.real_vector}

    def __init__(
        self,
        total_count: int = 1,
        probs: Tensor | None = None,
        logits: Tensor | None = None,
        validate_args: bool | None = None,
    ) -> None:
        if not isinstance(total_count, int):
            raise NotImplementedError('inhomogeneous total_count is not supported')
        self.total_count = total_count
        self._categorical = Categorical(probs, logits)
        super().__init__(self._categorical.batch_shape, self.param_shape[-1:], validate_args)

    @constraints.dependent_property(is_discrete=True, event_dim=1)
    def support(self) -> Any:
        """Counts that add up to the number of draws at most."""
        return constraints.multinomial(self.total_count)

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
        return self.probs * self.total_count

    @property
    def variance(self) -> Any:
        return self.total_count * self.probs * (1 - self.probs)

    def sample(self, sample_shape: Sequence[int] = ()) -> Any:
        drawn = self._categorical.sample((self.total_count, *sample_shape))
        chosen = drawn.permute(*range(1, drawn.dim()), 0)
        counts = _operations.zeros(self._extended_shape(sample_shape), dtype=self.probs.dtype)
        return counts.scatter_add(-1, chosen, _operations.ones_like(chosen, dtype=self.probs.dtype))

    def log_prob(self, value: Tensor) -> Any:
        self._checked(value)
        logits, value = broadcast_all(self.logits, value)
        logits = logits.masked_fill((value == 0) & (logits == -math.inf), 0)
        ways = (value.sum(-1) + 1).lgamma() - (value + 1).lgamma().sum(-1)
        return ways + (logits * value).sum(-1)

    def entropy(self) -> Any:
        draws: Any = tensor(self.total_count)
        counts = Binomial(self.total_count, self.probs)
        values = counts.enumerate_support(False)[1:]
        ways = (counts.log_prob(values).exp() * (values + 1).lgamma()).sum([0, -1])
        return draws * self._categorical.entropy() - (draws + 1).lgamma() + ways
