"""Convolution and pooling as functions: what the engine's operations do not take themselves."""

from collections.abc import Sequence
from typing import Any

from .. import _operations_nn as _engine_operations
from .._operations_nn import pad
from .._tensor import Tensor

__all__ = [
    'adaptive_avg_pool2d',
    'adaptive_avg_pool3d',
    'adaptive_max_pool1d',
    'adaptive_max_pool2d',
    'adaptive_max_pool3d',
    'conv1d',
    'conv2d',
    'padding_sides',
]

_OFFERED_BY = 'torch.nn.functional'


def several(value: Any, count: int) -> tuple[int, ...]:
    """A size for each of `count` dimensions, where one number stands for all."""
    return (value,) * count if isinstance(value, int) else tuple(value)


def padding_sides(
    padding: str | Sequence[int], kernel_size: Sequence[int], dilation: Sequence[int]
) -> list[int]:
    """What `pad` is to add for a convolution's `padding`: last dimension first, before and behind."""
    sides: list[int] = []
    for position in reversed(range(len(kernel_size))):
        if padding == 'same':
            total = dilation[position] * (kernel_size[position] - 1)
            sides += [total // 2, total - total // 2]
        elif padding == 'valid':
            sides += [0, 0]
        else:
            sides += [int(padding[position])] * 2
    return sides


def refuse_strides(padding: int | str | Sequence[int], steps: tuple[int, ...]) -> None:
    """Refuses a convolution that keeps the size and is to skip elements.

    Raises:
        RuntimeError: for `padding='same'` with a stride other than 1.
    """
    if padding == 'same' and any(step != 1 for step in steps):
        raise RuntimeError("padding='same' is not supported for strided convolutions")


def _convolved(
    convolve: Any,
    spatial: int,
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None,
    stride: int | Sequence[int],
    padding: int | str | Sequence[int],
    dilation: int | Sequence[int],
    groups: int,
) -> Tensor:
    if not isinstance(padding, str):
        return convolve(input, weight, bias, stride, padding, dilation, groups)
    refuse_strides(padding, several(stride, spatial))
    sides = padding_sides(padding, tuple(weight.shape[2:]), several(dilation, spatial))
    return convolve(pad(input, sides) if any(sides) else input, weight, bias, stride, 0, dilation, groups)


def conv1d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: int | Sequence[int] = 1,
    padding: int | str | Sequence[int] = 0,
    dilation: int | Sequence[int] = 1,
    groups: int = 1,
) -> Tensor:
    """Cross-correlation: input (n, in, l), weight (out, in / groups, k), bias (out)."""
    return _convolved(_engine_operations.conv1d, 1, input, weight, bias, stride, padding, dilation, groups)


def conv2d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: int | Sequence[int] = 1,
    padding: int | str | Sequence[int] = 0,
    dilation: int | Sequence[int] = 1,
    groups: int = 1,
) -> Tensor:
    """Cross-correlation: input (n, in, h, w), weight (out, in / groups, kh, kw), bias (out)."""
    return _convolved(_engine_operations.conv2d, 2, input, weight, bias, stride, padding, dilation, groups)


def _target_size(input: Tensor, output_size: int | Sequence[int | None], spatial: int = 2) -> tuple[int, ...]:
    """The sizes that an adaptive pooling is to give; None keeps that of the input.

    Raises:
        ValueError: for an input of too few dimensions.
    """
    if isinstance(output_size, int):
        return (output_size,) * spatial
    wanted = tuple(output_size)
    if input.dim() <= len(wanted):
        raise ValueError(f'Input dimension should be at least {len(wanted) + 1}')
    own = input.shape[input.dim() - len(wanted) :]
    return tuple(size if size is not None else kept for size, kept in zip(wanted, own, strict=True))


def adaptive_avg_pool2d(input: Tensor, output_size: int | Sequence[int | None]) -> Tensor:
    """Means of as many windows as the output is to have; None keeps the size of a dimension."""
    return _engine_operations.adaptive_avg_pool2d(input, _target_size(input, output_size))


def adaptive_max_pool1d(input: Tensor, output_size: int | Sequence[int], return_indices: bool = False) -> Any:
    """The largest elements of as many windows of (n, c, l) as asked for; on request their places."""
    found = _engine_operations.adaptive_max_pool1d_with_indices(input, output_size)
    return tuple(found) if return_indices else found[0]


def adaptive_max_pool2d(
    input: Tensor, output_size: int | Sequence[int | None], return_indices: bool = False
) -> Any:
    """The largest elements of as many windows as asked for (None keeps a size); on request their places."""
    found = _engine_operations.adaptive_max_pool2d_with_indices(input, _target_size(input, output_size))
    return tuple(found) if return_indices else found[0]


def adaptive_avg_pool3d(input: Tensor, output_size: int | Sequence[int | None]) -> Tensor:
    """Means of as many windows of (n, c, d, h, w) as asked for; None keeps the size of a dimension."""
    return _engine_operations.adaptive_avg_pool3d(input, _target_size(input, output_size, 3))


def adaptive_max_pool3d(
    input: Tensor, output_size: int | Sequence[int | None], return_indices: bool = False
) -> Any:
    """The largest elements of as many windows of (n, c, d, h, w) as asked for; on request their places."""
    found = _engine_operations.adaptive_max_pool3d_with_indices(input, _target_size(input, output_size, 3))
    return tuple(found) if return_indices else found[0]
