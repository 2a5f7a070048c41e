"""torch.nn.functional: layers, activations and losses as functions."""

import warnings
from typing import Any

from .. import _operations
from .._operations import *  # noqa: F403
from .._operations_nn import *  # noqa: F403

_REDUCTIONS = ('none', 'mean', 'sum')


def _reduced(losses: Any, reduction: str, size_average: Any = None, reduce: Any = None) -> Any:
    """The losses themselves, their mean or their sum."""
    if reduce is False:
        return losses
    if size_average is not None:
        reduction = 'mean' if size_average else 'sum'
    if reduction not in _REDUCTIONS:
        raise ValueError(f'{reduction} is not a valid value for reduction')
    return losses if reduction == 'none' else getattr(losses, reduction)()


def _warn_of_sizes(input: Any, target: Any) -> None:
    if target.size() != input.size():
        warnings.warn(
            f'Using a target size ({target.size()}) that is different to the input size ({input.size()}). '
            'This will likely lead to incorrect results due to broadcasting. Please ensure they have the '
            'same size.',
            stacklevel=4,
        )


def mse_loss(
    input: Any, target: Any, size_average: Any = None, reduce: Any = None, reduction: str = 'mean', weight: Any = None
) -> Any:
    """The squared difference, reduced."""
    _warn_of_sizes(input, target)
    losses = (input - target) ** 2
    return _reduced(losses if weight is None else losses * weight, reduction, size_average, reduce)


def l1_loss(
    input: Any, target: Any, size_average: Any = None, reduce: Any = None, reduction: str = 'mean', weight: Any = None
) -> Any:
    """The absolute difference, reduced."""
    _warn_of_sizes(input, target)
    losses = (input - target).abs()
    return _reduced(losses if weight is None else losses * weight, reduction, size_average, reduce)


def huber_loss(
    input: Any, target: Any, reduction: str = 'mean', delta: float = 1.0, weight: Any = None
) -> Any:
    """Half the squared difference up to `delta`, then delta times (difference - delta / 2); reduced."""
    _warn_of_sizes(input, target)
    if delta <= 0:
        raise RuntimeError(f'huber_loss does not support non-positive values for delta.')
    size = (input - target).abs()
    losses = _operations.where(size <= delta, 0.5 * size**2, delta * (size - 0.5 * delta))
    return _reduced(losses if weight is None else losses * weight, reduction)


def smooth_l1_loss(
    input: Any, target: Any, size_average: Any = None, reduce: Any = None, reduction: str = 'mean', beta: float = 1.0
) -> Any:
    """Half the squared difference over `beta` up to `beta`, then difference - beta / 2; reduced."""
    _warn_of_sizes(input, target)
    if beta < 0:
        raise RuntimeError('smooth_l1_loss does not support negative values for beta.')
    size = (input - target).abs()
    if beta == 0:
        return _reduced(size, reduction, size_average, reduce)
    losses = _operations.where(size < beta, 0.5 * size**2 / beta, size - 0.5 * beta)
    return _reduced(losses, reduction, size_average, reduce)


def linear(input: Any, weight: Any, bias: Any = None) -> Any:
    """x Wᵀ + b: input (…, in), weight (out, in), bias (out)."""
    if not hasattr(input, '_h'):
        raise TypeError(f"linear(): argument 'input' (position 1) must be Tensor, not {type(input).__name__}")
    product = input.matmul(weight.t())
    return product if bias is None else product + bias


def __getattr__(name: str) -> Any:
    from .._names import missing

    raise missing('torch.nn.functional', name)
