"""Layers and losses made of several operations, as functions."""

from collections.abc import Callable, Sequence
from typing import Any

from .. import _operations, _operations_nn
from .._dtypes import finfo
from .._tensor import Tensor

__all__ = [
    'batch_norm',
    'bilinear',
    'ctc_loss',
    'multi_margin_loss',
    'multilabel_margin_loss',
    'rms_norm',
    'triplet_margin_with_distance_loss',
]

_OFFERED_BY = 'torch.nn.functional'


def batch_norm(
    input: Tensor,
    running_mean: Tensor | None,
    running_var: Tensor | None,
    weight: Tensor | None = None,
    bias: Tensor | None = None,
    training: bool = False,
    momentum: float = 0.1,
    eps: float = 1e-05,
) -> Tensor:
    """Every channel (n, c, …) normalised over the batch, or by the running statistics unless `training`.

    Raises:
        ValueError: in training with one value for each channel.
    """
    if training and input.numel() == input.size(1):
        raise ValueError(
            f'Expected more than 1 value per channel when training, got input size {input.size()}'
        )
    return _operations_nn.batch_norm(input, running_mean, running_var, weight, bias, training, momentum, eps)


def rms_norm(
    input: Tensor,
    normalized_shape: Sequence[int],
    weight: Tensor | None = None,
    eps: float | None = None,
) -> Tensor:
    """x / sqrt(mean of x² + eps) over the last dimensions, then times weight.

    Raises:
        RuntimeError: unless the last dimensions have the normalized shape.
    """
    shape = tuple(normalized_shape)
    if tuple(input.shape[-len(shape) :]) != shape:
        inner = ', '.join(str(size) for size in shape)
        raise RuntimeError(
            f'Given normalized_shape=[{inner}], expected input with shape [*, {inner}], but got input of '
            f'size{list(input.shape)}'
        )
    added = finfo(input.dtype).eps if eps is None else eps
    dims = list(range(-len(shape), 0))
    scaled = input * (input.square().mean(dims, True) + added).rsqrt()
    return scaled if weight is None else scaled * weight


def bilinear(input1: Tensor, input2: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """x1ᵀ A x2 + b: weight (out, in1, in2), bias (out).

    Raises:
        RuntimeError: when an input does not fit the weight.
    """
    if input1.shape[-1] != weight.shape[1]:
        raise RuntimeError(
            f'bilinear(): input1 size does not match weight size: got {input1.shape[-1]} but expected '
            f'{weight.shape[1]}'
        )
    if input2.shape[-1] != weight.shape[2]:
        raise RuntimeError(
            f'bilinear(): input2 size does not match weight size: got {input2.shape[-1]} but expected '
            f'{weight.shape[2]}'
        )
    left, right = input1.reshape(-1, weight.shape[1]), input2.reshape(-1, weight.shape[2])
    result = _operations.einsum('ni,oij,nj->no', left, weight, right)
    shaped = result.reshape(*input1.shape[:-1], weight.shape[0])
    return shaped if bias is None else shaped + bias


def _reduced(losses: Tensor, reduction: str) -> Tensor:
    if reduction not in ('none', 'mean', 'sum'):
        raise ValueError(f'{reduction} is not a valid value for reduction')
    return losses if reduction == 'none' else getattr(losses, reduction)()


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
    scores, labels = (each.reshape(-1, input.shape[-1]) for each in (input, target))
    listed = _operations.cumprod((labels >= 0).long(), 1)
    places = labels.clamp(min=0)
    marks = _operations.zeros_like(labels).scatter_add(1, places, listed)
    wrong = (marks == 0).to(scores.dtype)
    right = scores.gather(1, places)
    margins = (1 - right.unsqueeze(2) + scores.unsqueeze(1)).clamp(min=0)
    counted = margins * listed.to(scores.dtype).unsqueeze(2) * wrong.unsqueeze(1)
    losses = counted.sum((1, 2)) / scores.shape[1]
    return _reduced(losses if input.dim() > 1 else losses.squeeze(0), reduction)


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
    if weight is None:
        return _operations_nn.multi_margin_loss(input, target, p, margin, reduction=reduction)
    losses = _operations_nn.multi_margin_loss(input, target, p, margin, reduction='none')
    return _reduced(losses * weight[target], reduction)


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
    """max(0, distance to the positive - distance to the negative + margin), with a distance of one's own."""
    distance: Any = distance_function or _operations_nn.pairwise_distance
    near, far = distance(anchor, positive), distance(anchor, negative)
    if swap:
        far = _operations.minimum(far, distance(positive, negative))
    return _reduced((near - far + margin).clamp(min=0), reduction)


def ctc_loss(*_: Any, **__: Any) -> Tensor:
    """Not supported.

    Raises:
        NotImplementedError: always.
    """
    raise NotImplementedError('D2L Exercises does not support torch.nn.functional.ctc_loss')
