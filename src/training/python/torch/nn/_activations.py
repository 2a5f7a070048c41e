"""Activations that can overwrite their input, as functions."""

from collections.abc import Callable, Sequence
from typing import Any

from .. import _operations_nn as _engine_operations
from .._tensor import Tensor

__all__ = [
    'alpha_dropout',
    'celu',
    'dropout',
    'dropout1d',
    'dropout2d',
    'elu',
    'gumbel_softmax',
    'hardsigmoid',
    'hardswish',
    'hardtanh',
    'leaky_relu',
    'mish',
    'relu6',
    'selu',
    'silu',
    'threshold',
]

_OFFERED_BY = 'torch.nn.functional'


def _given(input: Tensor, result: Any, inplace: bool) -> Tensor:
    return input.copy_(result) if inplace else result


def _activated(operation: Callable[..., Any], input: Tensor, inplace: bool, *arguments: Any) -> Tensor:
    if not inplace:
        return operation(input, *arguments)
    # A copy: the gradient reads what is overwritten here.
    return input.copy_(operation(input.clone(), *arguments))


def leaky_relu(input: Tensor, negative_slope: float = 0.01, inplace: bool = False) -> Tensor:
    """x above 0, negative_slope x below."""
    return _activated(_engine_operations.leaky_relu, input, inplace, negative_slope)


def elu(input: Tensor, alpha: float = 1.0, inplace: bool = False) -> Tensor:
    """x above 0, alpha (exp(x) - 1) below."""
    return _activated(_engine_operations.elu, input, inplace, alpha)


def celu(input: Tensor, alpha: float = 1.0, inplace: bool = False) -> Tensor:
    """max(0, x) + min(0, alpha (exp(x / alpha) - 1))."""
    return _activated(_engine_operations.celu, input, inplace, alpha)


def selu(input: Tensor, inplace: bool = False) -> Tensor:
    """A scaled ELU that keeps mean and variance (Klambauer et al., 2017)."""
    return _activated(_engine_operations.selu, input, inplace)


def silu(input: Tensor, inplace: bool = False) -> Tensor:
    """x sigmoid(x)."""
    return _activated(_engine_operations.silu, input, inplace)


def mish(input: Tensor, inplace: bool = False) -> Tensor:
    """x tanh(softplus(x))."""
    return _activated(_engine_operations.mish, input, inplace)


def relu6(input: Tensor, inplace: bool = False) -> Tensor:
    """x kept between 0 and 6."""
    return _activated(_engine_operations.relu6, input, inplace)


def hardtanh(input: Tensor, min_val: float = -1.0, max_val: float = 1.0, inplace: bool = False) -> Tensor:
    """x kept between min_val and max_val.

    Raises:
        ValueError: when `min_val` is above `max_val`.
    """
    if min_val > max_val:
        raise ValueError('min_val cannot be greater than max_val')
    return _activated(_engine_operations.hardtanh, input, inplace, min_val, max_val)


def hardsigmoid(input: Tensor, inplace: bool = False) -> Tensor:
    """x / 6 + 1/2, kept between 0 and 1."""
    return _activated(_engine_operations.hardsigmoid, input, inplace)


def hardswish(input: Tensor, inplace: bool = False) -> Tensor:
    """x times its hardsigmoid."""
    return _activated(_engine_operations.hardswish, input, inplace)


def threshold(input: Tensor, threshold: float, value: float, inplace: bool = False) -> Tensor:
    """x above the threshold, `value` elsewhere."""
    return _activated(_engine_operations.threshold, input, inplace, threshold, value)


def dropout(input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False) -> Tensor:
    """Elements become 0 with probability p; the others are divided by 1 - p."""
    _check_probability(p)
    from .._operations import dropout as drop

    return _given(input, drop(input, p, training), inplace)


def _channels_dropped(input: Tensor, p: float, training: bool, inplace: bool, spatial: int) -> Tensor:
    _check_probability(p)
    if not training or p == 0:
        return input
    batch = input if input.dim() == spatial + 2 else input.unsqueeze(0)
    shape = (*batch.shape[:2], *(1,) * spatial)
    kept = batch.new_empty(shape).bernoulli_(1 - p)
    result = batch * (kept.div_(1 - p) if p < 1 else kept)
    return _given(input, result.reshape(input.shape), inplace)


def dropout1d(input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False) -> Tensor:
    """Whole channels of (n, c, l) or (c, l) become 0 with probability p; the others are divided by 1 - p."""
    return _channels_dropped(input, p, training, inplace, 1)


def dropout2d(input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False) -> Tensor:
    """Whole channels of (n, c, h, w) become 0 with probability p; the others are divided by 1 - p."""
    return _channels_dropped(input, p, training, inplace, 2)


# The value that SELU approaches at minus infinity, which takes the place of 0.
_SATURATION = -1.7580993408473766


def alpha_dropped(
    input: Tensor, p: float, training: bool, inplace: bool, shape: Sequence[int] | None = None
) -> Tensor:
    """Alpha dropout, of elements or of all that shares an element of `shape`."""
    _check_probability(p)
    if not training or p == 0:
        return input
    if p == 1:
        return _given(input, input * 0, inplace)
    kept = input.new_empty(input.shape if shape is None else shape).bernoulli_(1 - p)
    scale = 1 / ((_SATURATION**2 * p + 1) * (1 - p)) ** 0.5
    shift = (1 - kept) * (_SATURATION * scale) - _SATURATION * scale * p
    return _given(input, input * (kept * scale) + shift, inplace)


def alpha_dropout(input: Tensor, p: float = 0.5, training: bool = False, inplace: bool = False) -> Tensor:
    """Dropout that keeps mean and variance of what a SELU gives (Klambauer et al., 2017)."""
    return alpha_dropped(input, p, training, inplace)


def gumbel_softmax(
    logits: Tensor, tau: float = 1, hard: bool = False, eps: float = 1e-10, dim: int = -1
) -> Tensor:
    """A softmax of (logits + Gumbel noise) / tau; `hard` gives one-hot rows with its gradient."""
    from .._operations import softmax

    noise = -logits.detach().clone().exponential_().log()
    soft = softmax((logits + noise) / tau, dim)
    if not hard:
        return soft
    place = soft.max(dim, keepdim=True)[1]
    chosen = (logits.detach() * 0).scatter_(dim, place, 1.0)
    return chosen - soft.detach() + soft


def _check_probability(p: float) -> None:
    if p < 0.0 or p > 1.0:
        raise ValueError(f'dropout probability has to be between 0 and 1, but got {p}')
