"""The geometric distribution."""

from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._grad_mode import no_grad
from .._limits import finfo
from .._tensor import Tensor
from ..nn.functional import binary_cross_entropy_with_logits
from . import constraints
from ._chances import Trial
from .utils import broadcast_all

__all__ = ['Geometric']

_OFFERED_LATE_BY = 'torch.distributions'


class Geometric(Trial):
    """The number of failures before the first success of probability `probs`.

    Raises:
        ValueError: when a probability is 0.
    """

    support = constraints.nonnegative_integer

    def __init__(
        self,
        probs: Tensor | float | None = None,
        logits: Tensor | float | None = None,
        validate_args: bool | None = None,
    ) -> None:
        super().__init__(probs, logits, validate_args)
        if self._validate_args and probs is not None and not (self.probs > 0).all():
            value = self.probs
            raise ValueError(
                f'Expected parameter probs ({type(value).__name__} of shape {tuple(value.shape)}) of '
                f'distribution {self!r} to be positive but found invalid values:\n{value.data[~(value > 0)]}'
            )

    @property
    def mean(self) -> Any:
        return 1.0 / self.probs - 1.0

    @property
    def mode(self) -> Any:
        return _operations.zeros_like(self.probs)

    @property
    def variance(self) -> Any:
        return (1.0 / self.probs - 1.0) / self.probs

    def sample(self, sample_shape: Sequence[int] = ()) -> Any:
        shape = self._extended_shape(sample_shape)
        with no_grad():
            drawn = self.probs.new_empty(shape).uniform_(finfo(self.probs.dtype).tiny, 1)
            return (drawn.log() / (-self.probs).log1p()).floor()

    def log_prob(self, value: Tensor) -> Any:
        value, probs = broadcast_all(self._checked(value), self.probs)
        certain = probs.masked_fill((probs == 1) & (value == 0), 0)
        return value * (-certain).log1p() + self.probs.log()

    def entropy(self) -> Any:
        return binary_cross_entropy_with_logits(self.logits, self.probs, reduction='none') / self.probs
