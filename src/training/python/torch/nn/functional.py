"""torch.nn.functional: layers, activations and losses as functions."""

import math
import warnings
from typing import Any

from .. import _operations, _operations_nn
from .._operations import log_softmax as _log_softmax
from .._operations import prelu, sigmoid, tanh
from .._operations import softmax as _softmax
from .._operations_nn import *  # noqa: F403

# isort: split
from ._activations import (
    alpha_dropout,
    celu,
    dropout,
    dropout1d,
    dropout2d,
    elu,
    gumbel_softmax,
    hardsigmoid,
    hardswish,
    hardtanh,
    leaky_relu,
    mish,
    relu6,
    selu,
    silu,
    threshold,
)
from ._layers import (
    batch_norm,
    bilinear,
    ctc_loss,
    multi_margin_loss,
    multilabel_margin_loss,
    rms_norm,
    triplet_margin_with_distance_loss,
)
from ._windows import (
    adaptive_avg_pool2d,
    adaptive_max_pool2d,
    avg_pool1d,
    avg_pool2d,
    conv1d,
    conv2d,
    padding_sides,
)

_REDUCTIONS = ('none', 'mean', 'sum')


def _reduction(reduction: str, size_average: Any, reduce: Any) -> str:
    """The reduction that the old and the new arguments ask for together."""
    if size_average is not None or reduce is not None:
        return 'none' if reduce is False else 'sum' if size_average is False else 'mean'
    if reduction not in _REDUCTIONS:
        raise ValueError(f'{reduction} is not a valid value for reduction')
    return reduction


def _weighted(losses: Any, weight: Any, reduction: str) -> Any:
    product = losses * weight
    if reduction == 'none':
        return product
    return product.sum() if reduction == 'sum' else product.sum() / weight.expand_as(product).sum()


def _warn_of_sizes(input: Any, target: Any) -> None:
    if target.size() != input.size():
        warnings.warn(
            f'Using a target size ({target.size()}) that is different to the input size ({input.size()}). '
            'This will likely lead to incorrect results due to broadcasting. Please ensure they have the '
            'same size.',
            stacklevel=3,
        )


def mse_loss(
    input: Any,
    target: Any,
    size_average: Any = None,
    reduce: Any = None,
    reduction: str = 'mean',
    weight: Any = None,
) -> Any:
    """The squared difference, reduced."""
    _warn_of_sizes(input, target)
    chosen = _reduction(reduction, size_average, reduce)
    if weight is None:
        return _operations_nn.mse_loss(input, target, chosen)
    return _weighted(_operations_nn.mse_loss(input, target, 'none'), weight, chosen)


def l1_loss(
    input: Any,
    target: Any,
    size_average: Any = None,
    reduce: Any = None,
    reduction: str = 'mean',
    weight: Any = None,
) -> Any:
    """The absolute difference, reduced."""
    _warn_of_sizes(input, target)
    chosen = _reduction(reduction, size_average, reduce)
    if weight is None:
        return _operations_nn.l1_loss(input, target, chosen)
    return _weighted(_operations_nn.l1_loss(input, target, 'none'), weight, chosen)


def huber_loss(
    input: Any, target: Any, reduction: str = 'mean', delta: float = 1.0, weight: Any = None
) -> Any:
    """Half the squared difference up to `delta`, then delta times (difference - delta / 2); reduced."""
    _warn_of_sizes(input, target)
    if delta <= 0:
        raise RuntimeError('huber_loss does not support non-positive values for delta.')
    if weight is None:
        return _operations_nn.huber_loss(input, target, _reduction(reduction, None, None), delta)
    return _weighted(_operations_nn.huber_loss(input, target, 'none', delta), weight, reduction)


def smooth_l1_loss(
    input: Any,
    target: Any,
    size_average: Any = None,
    reduce: Any = None,
    reduction: str = 'mean',
    beta: float = 1.0,
) -> Any:
    """Half the squared difference over `beta` up to `beta`, then difference - beta / 2; reduced."""
    _warn_of_sizes(input, target)
    if beta < 0:
        raise RuntimeError('smooth_l1_loss does not support negative values for beta.')
    return _operations_nn.smooth_l1_loss(input, target, _reduction(reduction, size_average, reduce), beta)


def linear(input: Any, weight: Any, bias: Any = None) -> Any:
    """x Wᵀ + b: input (…, in), weight (out, in), bias (out)."""
    return _operations_nn.linear(input, weight, bias)


def _implicit_dim(name: str, rank: int) -> int:
    warnings.warn(
        f'Implicit dimension choice for {name} has been deprecated. Change the call to include dim=X as an '
        'argument.',
        stacklevel=4,
    )
    return 0 if rank in (0, 1, 3) else 1


def softmax(input: Any, dim: int | None = None, _stacklevel: int = 3, dtype: Any = None) -> Any:
    """exp(x) divided by its sum along a dimension."""
    chosen = _implicit_dim('softmax', input.dim()) if dim is None else dim
    return _softmax(input, chosen, dtype=dtype)


def softmin(input: Any, dim: int | None = None, _stacklevel: int = 3, dtype: Any = None) -> Any:
    """The softmax of -x."""
    chosen = _implicit_dim('softmin', input.dim()) if dim is None else dim
    return _softmax(-input, chosen, dtype=dtype)


def log_softmax(input: Any, dim: int | None = None, _stacklevel: int = 3, dtype: Any = None) -> Any:
    """The logarithm of softmax."""
    chosen = _implicit_dim('log_softmax', input.dim()) if dim is None else dim
    return _log_softmax(input, chosen, dtype=dtype)


def relu(input: Any, inplace: bool = False) -> Any:
    """max(x, 0)."""
    return input.relu_() if inplace else _operations.relu(input)


def cross_entropy(
    input: Any,
    target: Any,
    weight: Any = None,
    size_average: Any = None,
    ignore_index: int = -100,
    reduce: Any = None,
    reduction: str = 'mean',
    label_smoothing: float = 0.0,
) -> Any:
    """Softmax of scores (n, classes, …) and the negative log-likelihood of targets in one."""
    chosen = _reduction(reduction, size_average, reduce)
    return _operations_nn.cross_entropy(input, target, weight, ignore_index, chosen, label_smoothing)


def nll_loss(
    input: Any,
    target: Any,
    weight: Any = None,
    size_average: Any = None,
    ignore_index: int = -100,
    reduce: Any = None,
    reduction: str = 'mean',
) -> Any:
    """The negative log-likelihood of targets, given log-probabilities (n, classes, …)."""
    chosen = _reduction(reduction, size_average, reduce)
    return _operations_nn.nll_loss(input, target, weight, ignore_index, chosen)


def binary_cross_entropy(
    input: Any,
    target: Any,
    weight: Any = None,
    size_average: Any = None,
    reduce: Any = None,
    reduction: str = 'mean',
) -> Any:
    """The binary cross-entropy of probabilities."""
    return _operations_nn.binary_cross_entropy(
        input, target, weight, _reduction(reduction, size_average, reduce)
    )


def binary_cross_entropy_with_logits(
    input: Any,
    target: Any,
    weight: Any = None,
    size_average: Any = None,
    reduce: Any = None,
    reduction: str = 'mean',
    pos_weight: Any = None,
) -> Any:
    """The binary cross-entropy of scores."""
    chosen = _reduction(reduction, size_average, reduce)
    return _operations_nn.binary_cross_entropy_with_logits(input, target, weight, pos_weight, chosen)


def kl_div(
    input: Any,
    target: Any,
    size_average: Any = None,
    reduce: Any = None,
    reduction: str = 'mean',
    log_target: bool = False,
) -> Any:
    """The Kullback-Leibler divergence of log-probabilities from probabilities."""
    if reduction == 'batchmean':
        return _operations_nn.kl_div(input, target, 'sum', log_target=log_target) / input.shape[0]
    chosen = _reduction(reduction, size_average, reduce)
    return _operations_nn.kl_div(input, target, chosen, log_target=log_target)


def poisson_nll_loss(
    input: Any,
    target: Any,
    log_input: bool = True,
    full: bool = False,
    size_average: Any = None,
    eps: float = 1e-8,
    reduce: Any = None,
    reduction: str = 'mean',
) -> Any:
    """The negative log-likelihood of counts whose Poisson rate is exp(input), or input itself.

    With `full`, Stirling's approximation of log(target!) is added where target > 1.
    """
    losses = input.exp() - target * input if log_input else input - target * (input + eps).log()
    if full:
        stirling = target * target.log() - target + 0.5 * (2 * math.pi * target).log()
        losses = losses + _operations.where(target > 1, stirling, _operations.zeros_like(stirling))
    chosen = _reduction(reduction, size_average, reduce)
    return losses if chosen == 'none' else getattr(losses, chosen)()


def __getattr__(name: str) -> Any:
    from .._names import missing

    raise missing('torch.nn.functional', name)


__all__ = [
    *_operations_nn.__all__,
    'adaptive_avg_pool2d',
    'adaptive_max_pool2d',
    'alpha_dropout',
    'avg_pool1d',
    'avg_pool2d',
    'batch_norm',
    'bilinear',
    'celu',
    'conv1d',
    'conv2d',
    'ctc_loss',
    'dropout',
    'dropout1d',
    'dropout2d',
    'elu',
    'gumbel_softmax',
    'hardsigmoid',
    'hardswish',
    'hardtanh',
    'leaky_relu',
    'log_softmax',
    'mish',
    'multi_margin_loss',
    'multilabel_margin_loss',
    'padding_sides',
    'poisson_nll_loss',
    'prelu',
    'relu',
    'relu6',
    'rms_norm',
    'selu',
    'sigmoid',
    'silu',
    'softmax',
    'softmin',
    'tanh',
    'threshold',
    'triplet_margin_with_distance_loss',
]
