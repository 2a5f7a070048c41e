"""The binomial distribution."""

from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._grad_mode import no_grad
from .._tensor import Tensor
from . import constraints
from ._chances import Chances, counted, exactly_one, zero_to
from .utils import broadcast_all

__all__ = ['Binomial']

_OFFERED_LATE_BY = 'torch.distributions'


def positive_part(x: Any) -> Any:
    """`x.clamp(min=0)` with the gradient 1/2 at 0."""
    return (x.clamp(min=0) + x - x.clamp(max=0)) / 2


class Binomial(Chances):
    """How many of `total_count` trials succeed, each with probability `probs`."""

    arg_constraints = {
        'total_count': constraints.nonnegative_integer,
        'probs': constraints.unit_interval,
        'logits': constraints.real,
    }
    has_enumerate_support = True

    def __init__(
        self,
        total_count: Tensor | int = 1,
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

    @constraints.dependent_property(is_discrete=True, event_dim=0)
    def support(self) -> Any:
        """From 0 to the number of trials."""
        return constraints.integer_interval(0, self.total_count)

    @property
    def mean(self) -> Any:
        return self.total_count * self.probs

    @property
    def mode(self) -> Any:
        return ((self.total_count + 1) * self.probs).floor().minimum(self.total_count)

    @property
    def variance(self) -> Any:
        return self.total_count * self.probs * (1 - self.probs)

    def sample(self, sample_shape: Sequence[int] = ()) -> Any:
        shape = self._extended_shape(sample_shape)
        with no_grad():
            return _operations.binomial(self.total_count.expand(shape), self.probs.expand(shape))

    def log_prob(self, value: Tensor) -> Any:
        self._checked(value)
        failures = (
            self.total_count * positive_part(self.logits)
            + self.total_count * (-self.logits.abs()).exp().log1p()
            - (self.total_count + 1).lgamma()
        )
        return value * self.logits - (value + 1).lgamma() - (self.total_count - value + 1).lgamma() - failures

    def entropy(self) -> Any:
        """The entropy, in nats.

        Raises:
            NotImplementedError: when the numbers of trials differ.
        """
        self._one_count('entropy')
        found = self.log_prob(self.enumerate_support(False))
        return -(found.exp() * found).sum(0)

    def enumerate_support(self, expand: bool = True) -> Any:
        """All counts, along a new first dimension.

        Raises:
            NotImplementedError: when the numbers of trials differ.
        """
        return counted(zero_to(self._one_count('enumerate_support'), self._param), self._batch_shape, expand)

    def _one_count(self, wanted: str) -> int:
        most = int(self.total_count.max())
        if self.total_count.min() != most:
            raise NotImplementedError(f'Inhomogeneous total count not supported by `{wanted}`.')
        return most
