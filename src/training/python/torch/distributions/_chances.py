"""Distributions of what happens with a probability."""

from typing import Any

from .. import _operations
from .._dtypes import Size
from .._tensor import Tensor
from . import constraints
from .exp_family import Expandable
from .utils import broadcast_all, lazy_property, logits_to_probs, probs_to_logits

__all__ = ['Chances', 'Trial', 'exactly_one']


def exactly_one(probs: Any, logits: Any) -> None:
    """Refuses both, and none.

    Raises:
        ValueError: unless one of them is given.
    """
    if (probs is None) == (logits is None):
        raise ValueError('Either `probs` or `logits` must be specified, but not both.')


class Chances(Expandable):
    """Has probabilities or logits, each computed from the other when first asked for."""

    _is_binary = True

    @lazy_property
    def logits(self) -> Any:
        """The logits."""
        return probs_to_logits(self.probs, self._is_binary)

    @lazy_property
    def probs(self) -> Any:
        """The probabilities."""
        return logits_to_probs(self.logits, self._is_binary)

    @property
    def param_shape(self) -> Size:
        """Shape of the probabilities."""
        return self._param.shape

    @property
    def _param(self) -> Any:
        given = 'probs' if 'probs' in self.__dict__ else 'logits'
        return self.__dict__[given]


class Trial(Chances):
    """Something that succeeds with probability `probs`, or a batch of them."""

    arg_constraints = {'probs': constraints.unit_interval, 'logits': constraints.real}

    def __init__(
        self,
        probs: Tensor | float | None = None,
        logits: Tensor | float | None = None,
        validate_args: bool | None = None,
    ) -> None:
        exactly_one(probs, logits)
        if probs is not None:
            (self.probs,) = broadcast_all(probs)
        else:
            (self.logits,) = broadcast_all(logits)
        super().__init__(self._param.shape, validate_args=validate_args)


def counted(values: Any, batch_shape: Any, expand: bool) -> Any:
    """Values along a first dimension, for every member of a batch."""
    shaped = values.view(-1, *(1 for _ in batch_shape))
    return shaped.expand(-1, *batch_shape) if expand else shaped


def zero_to(last: int, like: Tensor) -> Any:
    """The whole numbers from 0 to `last`, of the dtype of a tensor."""
    return _operations.arange(1 + last, dtype=like.dtype)
