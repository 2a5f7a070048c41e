"""The categorical distribution."""

import math
from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._grad_mode import no_grad
from .._limits import finfo
from .._operations import multinomial
from .._tensor import Tensor
from . import constraints
from ._chances import Chances, counted, exactly_one

__all__ = ['Categorical']

_OFFERED_LATE_BY = 'torch.distributions'


class Categorical(Chances):
    """One of the numbers 0 to n - 1, with probabilities (…, n), which are made to add up to 1.

    Raises:
        ValueError: unless one of `probs` and `logits` is given, with at least one dimension.
    """

    arg_constraints = {'probs': constraints.simplex, 'logits': constraints.real_vector}
    has_enumerate_support = True
    _is_binary = False

    def __init__(
        self, probs: Tensor | None = None, logits: Tensor | None = None, validate_args: bool | None = None
    ) -> None:
        exactly_one(probs, logits)
        given: Any = logits if probs is None else probs
        if given.dim() < 1:
            name = 'logits' if probs is None else 'probs'
            raise ValueError(f'`{name}` parameter must be at least one-dimensional.')
        if probs is not None:
            self.probs = given / given.sum(-1, True)
        else:
            self.logits = given - given.logsumexp(-1, True)
        self._num_events = given.shape[-1]
        super().__init__(given.shape[:-1], validate_args=validate_args)

    @constraints.dependent_property(is_discrete=True, event_dim=0)
    def support(self) -> Any:
        """From 0 to n - 1."""
        return constraints.integer_interval(0, self._num_events - 1)

    @property
    def mean(self) -> Any:
        return _operations.full(self._extended_shape(), math.nan, dtype=self.probs.dtype)

    @property
    def mode(self) -> Any:
        return self.probs.argmax(-1)

    @property
    def variance(self) -> Any:
        return self.mean

    def sample(self, sample_shape: Sequence[int] = ()) -> Any:
        rows = self.probs.reshape(-1, self._num_events)
        with no_grad():
            drawn = multinomial(rows, math.prod(sample_shape), True).T
        return drawn.reshape(self._extended_shape(sample_shape))

    def log_prob(self, value: Tensor) -> Any:
        chosen = self._checked(value).long().unsqueeze(-1)
        chosen, logits = _operations.broadcast_tensors(chosen, self.logits)
        return logits.gather(-1, chosen[..., :1]).squeeze(-1)

    def entropy(self) -> Any:
        return -(self.logits.clamp(min=finfo(self.logits.dtype).min) * self.probs).sum(-1)

    def enumerate_support(self, expand: bool = True) -> Any:
        return counted(_operations.arange(self._num_events), self._batch_shape, expand)
