"""What distributions share: parameters as tensors of one shape, probabilities and logits, lazy properties."""

from collections.abc import Callable
from typing import Any

from .. import _operations
from .._construct import tensor
from .._dtypes import get_default_dtype
from .._grad_mode import enable_grad
from .._handle import Handle
from .._limits import finfo
from .._tensor import Tensor

__all__ = [
    'broadcast_all',
    'clamp_probs',
    'euler_constant',
    'lazy_property',
    'logits_to_probs',
    'probs_to_logits',
]

_OFFERED_LATE_BY = 'torch.distributions'
_OFFERED = []

euler_constant = 0.57721566490153286060


def broadcast_all(*values: Any) -> tuple[Any, ...]:
    """Numbers and tensors as tensors of one shape; a number takes the dtype of the first tensor.

    Raises:
        ValueError: when a value is neither.
    """
    if not all(isinstance(value, (Handle, int, float, complex)) for value in values):
        raise ValueError(
            'Input arguments must all be instances of Number, torch.Tensor or objects implementing '
            '__torch_function__.'
        )
    kind = next((value.dtype for value in values if isinstance(value, Handle)), get_default_dtype())
    made = [value if isinstance(value, Handle) else tensor(value, dtype=kind) for value in values]
    return tuple(_operations.broadcast_tensors(*made))


def standard_normal(shape: Any, dtype: Any) -> Any:
    """Draws of the standard normal distribution."""
    return _operations.normal(0, 1, shape, dtype=dtype)


def sum_rightmost(value: Any, dim: int) -> Any:
    """The sum over the last `dim` dimensions."""
    return value.reshape(*value.shape[:-dim], -1).sum(-1) if dim else value


def logits_to_probs(logits: Tensor, is_binary: bool = False) -> Any:
    """Probabilities (…, n) of logits, or of one logit each."""
    return logits.sigmoid() if is_binary else _operations.softmax(logits, -1)


def clamp_probs(probs: Tensor) -> Any:
    """Probabilities kept off 0 and 1."""
    small = finfo(probs.dtype).eps
    return probs.clamp(small, 1 - small)


def probs_to_logits(probs: Tensor, is_binary: bool = False) -> Any:
    """The inverse of `logits_to_probs`, with probabilities kept off 0 and 1."""
    kept = clamp_probs(probs)
    return kept.log() - (-kept).log1p() if is_binary else kept.log()


class lazy_property:
    """A property that is computed when it is first asked for, and then is an attribute."""

    def __init__(self, wrapped: Callable[[Any], Any]) -> None:
        self.wrapped = wrapped
        self.__doc__ = wrapped.__doc__

    def __get__(self, instance: Any, owner: Any = None) -> Any:
        if instance is None:
            return self
        with enable_grad():
            value = self.wrapped(instance)
        setattr(instance, self.wrapped.__name__, value)
        return value
