"""Layers made of several operations, as functions."""

from math import prod

from .. import _operations, _operations_nn
from .._tensor import Tensor

__all__ = [
    'batch_norm',
    'bilinear',
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
    if training and input.size(0) * prod(input.shape[2:]) == 1:
        raise ValueError(
            f'Expected more than 1 value per channel when training, got input size {input.size()}'
        )
    return _operations_nn.batch_norm(input, running_mean, running_var, weight, bias, training, momentum, eps)


def bilinear(input1: Tensor, input2: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """x1ᵀ A x2 + b: weight (out, in1, in2), bias (out).

    Raises:
        RuntimeError: when an input does not fit the weight.
    """
    if input1.dim() != input2.dim():
        raise RuntimeError(
            f'bilinear(): input dimensions do not match: got {input1.dim()} and {input2.dim()}'
        )
    for place, (own, other) in enumerate(zip(input1.shape[:-1], input2.shape[:-1], strict=True)):
        if own != other:
            raise RuntimeError(
                f'bilinear(): input batch dimensions do not match at dim {place}: got {own} and {other}'
            )
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
