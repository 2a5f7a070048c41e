"""Losses as functions: their reductions and the arguments of older versions."""

import warnings
from collections.abc import Callable
from typing import Any

from .. import _operations, _operations_nn
from .._tensor import Tensor

__all__ = [
    'binary_cross_entropy',
    'binary_cross_entropy_with_logits',
    'cross_entropy',
    'huber_loss',
    'kl_div',
    'l1_loss',
    'mse_loss',
    'multi_margin_loss',
    'multilabel_margin_loss',
    'nll_loss',
    'poisson_nll_loss',
    'smooth_l1_loss',
    'triplet_margin_with_distance_loss',
]

_OFFERED_BY = 'torch.nn.functional'

_REDUCTIONS = ('none', 'mean', 'sum')


def legacy_reduction(size_average: bool | None, reduce: bool | None, stacklevel: int = 2) -> str:
    """The reduction that the arguments of older versions ask for; warns of them."""
    averages, reduces = size_average is None or size_average, reduce is None or reduce
    chosen = 'mean' if averages and reduces else 'sum' if reduces else 'none'
    warnings.warn(
        f"size_average and reduce args will be deprecated, please use reduction='{chosen}' instead.",
        stacklevel=stacklevel + 1,
    )
    return chosen


def _reduction(reduction: str, size_average: Any, reduce: Any, *broadcast: Tensor) -> str:
    """The reduction that the old and the new arguments ask for together.

    Raises:
        RuntimeError: where tensors do not broadcast, which is looked at first.
        ValueError: for a word that names no reduction.
    """
    if size_average is not None or reduce is not None:
        return legacy_reduction(size_average, reduce, 3)
    if reduction not in _REDUCTIONS:
        if broadcast:
            _operations.broadcast_tensors(*broadcast)
        raise ValueError(f'{reduction} is not a valid value for reduction')
    return reduction


def _warn_of_sizes(input: Tensor, target: Tensor) -> None:
    if target.size() != input.size():
        warnings.warn(
            f'Using a target size ({target.size()}) that is different to the input size ({input.size()}). '
            'This will likely lead to incorrect results due to broadcasting. Please ensure they have the '
            'same size.',
            stacklevel=3,
        )


def mse_loss(
    input: Tensor,
    target: Tensor,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = 'mean',
    weight: Tensor | None = None,
) -> Tensor:
    """The squared difference, reduced."""
    _warn_of_sizes(input, target)
    chosen = _reduction(reduction, size_average, reduce, input, target)
    return _operations_nn.mse_loss(input, target, chosen, weight)


def l1_loss(
    input: Tensor,
    target: Tensor,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = 'mean',
    weight: Tensor | None = None,
) -> Tensor:
    """The absolute difference, reduced."""
    _warn_of_sizes(input, target)
    chosen = _reduction(reduction, size_average, reduce, input, target)
    return _operations_nn.l1_loss(input, target, chosen, weight)


def huber_loss(
    input: Tensor, target: Tensor, reduction: str = 'mean', delta: float = 1.0, weight: Tensor | None = None
) -> Tensor:
    """Half the squared difference up to `delta`, then delta times (difference - delta / 2); reduced.

    Raises:
        RuntimeError: unless `delta` is positive.
        ValueError: for another `reduction`.
    """
    _warn_of_sizes(input, target)
    if delta <= 0:
        raise RuntimeError('huber_loss does not support non-positive values for delta.')
    return _operations_nn.huber_loss(
        input, target, _reduction(reduction, None, None, input, target), delta, weight
    )


def smooth_l1_loss(
    input: Tensor,
    target: Tensor,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = 'mean',
    beta: float = 1.0,
) -> Tensor:
    """Half the squared difference over `beta` up to `beta`, then difference - beta / 2; reduced.

    Raises:
        RuntimeError: for a negative `beta`.
        ValueError: for another `reduction`.
    """
    _warn_of_sizes(input, target)
    if beta < 0:
        raise RuntimeError('smooth_l1_loss does not support negative values for beta.')
    return _operations_nn.smooth_l1_loss(
        input, target, _reduction(reduction, size_average, reduce, input, target), beta
    )


def cross_entropy(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    ignore_index: int = -100,
    reduce: bool | None = None,
    reduction: str = 'mean',
    label_smoothing: float = 0.0,
) -> Tensor:
    """Softmax of scores (n, classes, …) and the negative log-likelihood of targets in one."""
    chosen = _reduction(reduction, size_average, reduce)
    return _operations_nn.cross_entropy(input, target, weight, ignore_index, chosen, label_smoothing)


def nll_loss(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    ignore_index: int = -100,
    reduce: bool | None = None,
    reduction: str = 'mean',
) -> Tensor:
    """The negative log-likelihood of targets, given log-probabilities (n, classes, …)."""
    chosen = _reduction(reduction, size_average, reduce)
    return _operations_nn.nll_loss(input, target, weight, ignore_index, chosen)


def binary_cross_entropy(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = 'mean',
) -> Tensor:
    """The binary cross-entropy of probabilities.

    Raises:
        ValueError: unless input and target have one shape.
        RuntimeError: for inputs outside 0 to 1.
    """
    if target.size() != input.size():
        raise ValueError(
            f'Using a target size ({target.size()}) that is different to the input size ({input.size()}) is '
            'deprecated. Please ensure they have the same size.'
        )
    return _operations_nn.binary_cross_entropy(
        input, target, weight, _reduction(reduction, size_average, reduce)
    )


def binary_cross_entropy_with_logits(
    input: Tensor,
    target: Tensor,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = 'mean',
    pos_weight: Tensor | None = None,
) -> Tensor:
    """The binary cross-entropy of scores.

    Raises:
        ValueError: unless input and target have one shape.
    """
    if target.size() != input.size():
        raise ValueError(f'Target size ({target.size()}) must be the same as input size ({input.size()})')
    chosen = _reduction(reduction, size_average, reduce)
    return _operations_nn.binary_cross_entropy_with_logits(input, target, weight, pos_weight, chosen)


def kl_div(
    input: Tensor,
    target: Tensor,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = 'mean',
    log_target: bool = False,
) -> Tensor:
    """The Kullback-Leibler divergence of log-probabilities from probabilities."""
    if reduction == 'mean':
        warnings.warn(
            "reduction: 'mean' divides the total loss by both the batch size and the support size."
            "'batchmean' divides only by the batch size, and aligns with the KL div math definition."
            "'mean' will be changed to behave the same as 'batchmean' in the next major release.",
            stacklevel=2,
        )
    chosen = 'batchmean' if reduction == 'batchmean' else _reduction(reduction, size_average, reduce)
    return _operations_nn.kl_div(input, target, chosen, log_target=log_target)


def poisson_nll_loss(
    input: Tensor,
    target: Tensor,
    log_input: bool = True,
    full: bool = False,
    size_average: bool | None = None,
    eps: float = 1e-8,
    reduce: bool | None = None,
    reduction: str = 'mean',
) -> Tensor:
    """The negative log-likelihood of counts whose Poisson rate is exp(input), or input itself.

    With `full`, Stirling's approximation of log(target!) is added where target > 1.
    """
    chosen = _reduction(reduction, size_average, reduce)
    return _operations_nn.poisson_nll_loss(input, target, log_input, full, eps, chosen)


def multilabel_margin_loss(
    input: Tensor,
    target: Tensor,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = 'mean',
) -> Tensor:
    """For each right class and each wrong one max(0, 1 - (x[right] - x[wrong])), over the number of classes.

    Targets (n, classes) list the right classes, up to the first -1.
    """
    return _operations_nn.multilabel_margin_loss(input, target, _reduction(reduction, size_average, reduce))


def multi_margin_loss(
    input: Tensor,
    target: Tensor,
    p: int = 1,
    margin: float = 1.0,
    weight: Tensor | None = None,
    size_average: bool | None = None,
    reduce: bool | None = None,
    reduction: str = 'mean',
) -> Tensor:
    """The mean over the other classes of max(0, margin - x[target] + x[class])^p, times a weight."""
    chosen = _reduction(reduction, size_average, reduce)
    return _operations_nn.multi_margin_loss(input, target, p, margin, weight, chosen)


def triplet_margin_with_distance_loss(
    anchor: Tensor,
    positive: Tensor,
    negative: Tensor,
    *,
    distance_function: Callable[[Any, Any], Any] | None = None,
    margin: float = 1.0,
    swap: bool = False,
    reduction: str = 'mean',
) -> Tensor:
    """max(0, distance to the positive - distance to the negative + margin), with a distance of one's own.

    Raises:
        ValueError: unless the margin is positive, or for a word that names no reduction.
        RuntimeError: for tensors of different numbers of dimensions.
    """
    chosen = _reduction(reduction, None, None)
    if margin <= 0:
        raise ValueError(f'margin must be greater than 0, got {margin}')
    ranks = tuple(f'{each.dim()}D' for each in (anchor, positive, negative))
    if len(set(ranks)) > 1:
        raise RuntimeError(
            'The anchor, positive, and negative tensors are expected to have the same number of dimensions, '
            f'but got: anchor {ranks[0]}, positive {ranks[1]}, and negative {ranks[2]} inputs'
        )
    distance: Any = distance_function or _operations_nn.pairwise_distance
    near, far = distance(anchor, positive), distance(anchor, negative)
    if swap:
        far = _operations.minimum(far, distance(positive, negative))
    losses = (near - far + margin).clamp(min=0)
    return losses if chosen == 'none' else getattr(losses, chosen)()
