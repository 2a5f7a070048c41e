"""Bernoulli, categorical and multinomial distributions."""

import math
from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._grad_mode import no_grad
from .._limits import finfo
from .._operations import multinomial
from .._tensor import Tensor
from ..nn.functional import binary_cross_entropy_with_logits
from .distribution import Distribution, as_parameters

__all__ = ['Bernoulli', 'Categorical', 'Multinomial']

_OFFERED_BY = 'torch.distributions'


def _exactly_one(probs: Tensor | float | None, logits: Tensor | None) -> None:
    if (probs is None) == (logits is None):
        raise ValueError('Either `probs` or `logits` must be specified, but not both.')


class _Chances(Distribution):
    """Has probabilities or logits, each computed from the other when first asked for, as the repr shows."""

    probs: Any
    logits: Any

    def __init__(
        self, probs: Tensor | float | None, logits: Tensor | None, given: Any, batch_shape: Any
    ) -> None:
        _exactly_one(probs, logits)
        self.__dict__['logits' if probs is None else 'probs'] = given
        super().__init__(batch_shape)

    def __getattr__(self, name: str) -> Any:
        if name == 'probs':
            found = self._to_probs(self.__dict__['logits'])
        elif name == 'logits':
            found = self._to_logits(self.__dict__['probs'])
        else:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")
        self.__dict__[name] = found
        return found

    def _to_probs(self, logits: Tensor) -> Any:
        return logits.sigmoid()

    def _to_logits(self, probs: Tensor) -> Any:
        small = finfo(probs.dtype).eps
        kept = probs.clamp(small, 1 - small)
        return kept.log() - (-kept).log1p()

    def __repr__(self) -> str:
        self._shown = tuple(name for name in ('probs', 'logits') if name in self.__dict__)
        return super().__repr__()


class _Trial(_Chances):
    """Something that succeeds with probability `probs`, or a batch of them."""

    def __init__(
        self,
        probs: Tensor | float | None = None,
        logits: Tensor | None = None,
        validate_args: bool | None = None,
    ) -> None:
        _exactly_one(probs, logits)
        (given,) = as_parameters(logits if probs is None else probs)
        super().__init__(probs, logits, given, given.shape)


class Bernoulli(_Trial):
    """1 with probability `probs`, else 0."""

    @property
    def mean(self) -> Tensor:
        return self.probs

    @property
    def variance(self) -> Tensor:
        return self.probs * (1 - self.probs)

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        with no_grad():
            return _operations.bernoulli(self.probs.expand(self._extended(sample_shape)))

    def log_prob(self, value: Tensor) -> Tensor:
        logits, counted = _operations.broadcast_tensors(self.logits, value)
        return -binary_cross_entropy_with_logits(logits, counted, reduction='none')

    def entropy(self) -> Tensor:
        return binary_cross_entropy_with_logits(self.logits, self.probs, reduction='none')


class Categorical(_Chances):
    """One of the numbers 0 to n - 1, with probabilities in the last dimension."""

    def __init__(
        self, probs: Tensor | None = None, logits: Tensor | None = None, validate_args: bool | None = None
    ) -> None:
        _exactly_one(probs, logits)
        value: Any = logits if probs is None else probs
        given = value - value.logsumexp(-1, True) if probs is None else value / value.sum(-1, True)
        self._num_events = given.shape[-1]
        super().__init__(probs, logits, given, given.shape[:-1])

    def _to_probs(self, logits: Tensor) -> Any:
        return _operations.softmax(logits, -1)

    def _to_logits(self, probs: Tensor) -> Any:
        small = finfo(probs.dtype).eps
        return probs.clamp(small, 1 - small).log()

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        rows = self.probs.reshape(-1, self._num_events)
        with no_grad():
            drawn = multinomial(rows, math.prod(sample_shape), True).T
        return drawn.reshape(self._extended(sample_shape))

    def log_prob(self, value: Tensor) -> Tensor:
        chosen = value.long().unsqueeze(-1)
        logits = self.logits.expand(*chosen.shape[:-1], self._num_events)
        return logits.gather(-1, chosen).squeeze(-1)

    def entropy(self) -> Tensor:
        return -(self.logits * self.probs).sum(-1)


class Multinomial(Distribution):
    """How often each of n outcomes occurs in `total_count` draws.

    Raises:
        NotImplementedError: when `total_count` is a tensor.
    """

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
        self.probs = self._categorical.probs
        self.logits = self._categorical.logits
        super().__init__(self.probs.shape[:-1], self.probs.shape[-1:])

    @property
    def mean(self) -> Tensor:
        return self.probs * self.total_count

    @property
    def variance(self) -> Tensor:
        return self.total_count * self.probs * (1 - self.probs)

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        drawn = self._categorical.sample((self.total_count, *sample_shape))
        order = [*range(1, drawn.dim()), 0]
        chosen = drawn.permute(*order)
        counts = _operations.zeros(self._extended(sample_shape), dtype=self.probs.dtype)
        return counts.scatter_add(-1, chosen, _operations.ones_like(chosen, dtype=self.probs.dtype))

    def log_prob(self, value: Tensor) -> Tensor:
        ways = (value.sum(-1) + 1).lgamma() - (value + 1).lgamma().sum(-1)
        return ways + (self.logits * value).sum(-1)

    def __repr__(self) -> str:
        return 'Multinomial()'
