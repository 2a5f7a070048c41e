"""The binomial distribution."""

from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._construct import tensor
from .._grad_mode import no_grad
from .._handle import Handle
from .._tensor import Tensor
from .discrete import _Chances, _exactly_one

__all__ = ['Binomial']

_OFFERED_LATE_BY = 'torch.distributions'


class Binomial(_Chances):
    """How many of `total_count` trials succeed, each with probability `probs`."""

    def __init__(
        self,
        total_count: Tensor | float = 1,
        probs: Tensor | float | None = None,
        logits: Tensor | None = None,
        validate_args: bool | None = None,
    ) -> None:
        _exactly_one(probs, logits)
        value: Any = logits if probs is None else probs
        given = value if isinstance(value, Handle) else tensor(float(value))
        count: Any = total_count if isinstance(total_count, Handle) else tensor(float(total_count))
        self.total_count, given = _operations.broadcast_tensors(count.type_as(given), given)
        super().__init__(probs, logits, given, given.shape)

    @property
    def mean(self) -> Tensor:
        return self.total_count * self.probs

    @property
    def variance(self) -> Tensor:
        return self.total_count * self.probs * (1 - self.probs)

    def sample(self, sample_shape: Sequence[int] = ()) -> Tensor:
        shape = self._extended(sample_shape)
        with no_grad():
            return _operations.binomial(self.total_count.expand(shape), self.probs.expand(shape))

    def log_prob(self, value: Tensor) -> Tensor:
        ways = (
            (self.total_count + 1).lgamma() - (value + 1).lgamma() - (self.total_count - value + 1).lgamma()
        )
        logits = self.logits
        failures = self.total_count * (logits.clamp(min=0) + (-logits.abs()).exp().log1p())
        return value * logits - failures + ways

    def __repr__(self) -> str:
        text = super().__repr__()
        count = self.total_count
        shown = count if count.numel() == 1 else count.size()
        return text.replace('(', f'(total_count: {shown}, ', 1)
