"""Bernoulli, categorical and multinomial distributions."""

import math
from typing import Any

from .. import _operations
from .._grad_mode import no_grad
from .._operations import multinomial
from .distribution import Distribution, as_parameters


def _exactly_one(probs: Any, logits: Any) -> None:
    if (probs is None) == (logits is None):
        raise ValueError('Either `probs` or `logits` must be specified, but not both.')


class Bernoulli(Distribution):
    """1 with probability `probs`, else 0."""

    def __init__(self, probs: Any = None, logits: Any = None, validate_args: Any = None) -> None:
        _exactly_one(probs, logits)
        (given,) = as_parameters(logits if probs is None else probs)
        self.probs = given if probs is not None else given.sigmoid()
        self.logits = given if probs is None else (given / (1 - given)).log()
        self._shown = ('probs',) if probs is not None else ('logits',)
        super().__init__(self.probs.shape)

    @property
    def mean(self) -> Any:
        return self.probs

    @property
    def variance(self) -> Any:
        return self.probs * (1 - self.probs)

    def sample(self, sample_shape: Any = ()) -> Any:
        with no_grad():
            return _operations.bernoulli(self.probs.expand(self._extended(sample_shape)))

    def log_prob(self, value: Any) -> Any:
        return value * self.probs.log() + (1 - value) * (1 - self.probs).log()

    def entropy(self) -> Any:
        return -(self.probs * self.probs.log() + (1 - self.probs) * (1 - self.probs).log())


class Categorical(Distribution):
    """One of the numbers 0 to n - 1, with probabilities in the last dimension."""

    def __init__(self, probs: Any = None, logits: Any = None, validate_args: Any = None) -> None:
        _exactly_one(probs, logits)
        if probs is not None:
            self.probs = probs / probs.sum(-1, True)
            self.logits = self.probs.log()
        else:
            self.logits = logits - logits.logsumexp(-1, True)
            self.probs = _operations.softmax(self.logits, -1)
        self._shown = ('probs',) if probs is not None else ('logits',)
        self._num_events = self.probs.shape[-1]
        super().__init__(self.probs.shape[:-1])

    def sample(self, sample_shape: Any = ()) -> Any:
        rows = self.probs.reshape(-1, self._num_events)
        with no_grad():
            drawn = multinomial(rows, math.prod(sample_shape), True).T
        return drawn.reshape(self._extended(sample_shape))

    def log_prob(self, value: Any) -> Any:
        chosen = value.long().unsqueeze(-1)
        logits = self.logits.expand(*chosen.shape[:-1], self._num_events)
        return logits.gather(-1, chosen).squeeze(-1)

    def entropy(self) -> Any:
        return -(self.logits * self.probs).sum(-1)


class Multinomial(Distribution):
    """How often each of n outcomes occurs in `total_count` draws."""

    def __init__(
        self, total_count: int = 1, probs: Any = None, logits: Any = None, validate_args: Any = None
    ) -> None:
        if not isinstance(total_count, int):
            raise NotImplementedError('inhomogeneous total_count is not supported')
        self.total_count = total_count
        self._categorical = Categorical(probs, logits)
        self.probs = self._categorical.probs
        self.logits = self._categorical.logits
        super().__init__(self.probs.shape[:-1], self.probs.shape[-1:])

    @property
    def mean(self) -> Any:
        return self.probs * self.total_count

    @property
    def variance(self) -> Any:
        return self.total_count * self.probs * (1 - self.probs)

    def sample(self, sample_shape: Any = ()) -> Any:
        drawn = self._categorical.sample((self.total_count, *sample_shape))
        order = [*range(1, drawn.dim()), 0]
        chosen = drawn.permute(*order)
        counts = _operations.zeros(self._extended(sample_shape), dtype=self.probs.dtype)
        return counts.scatter_add(-1, chosen, _operations.ones_like(chosen, dtype=self.probs.dtype))

    def log_prob(self, value: Any) -> Any:
        ways = (value.sum(-1) + 1).lgamma() - (value + 1).lgamma().sum(-1)
        return ways + (self.logits * value).sum(-1)

    def __repr__(self) -> str:
        return 'Multinomial()'
