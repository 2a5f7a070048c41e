"""Convolution and pooling of volumes, transposed convolution of sequences: by the operations on images."""

import math
from collections.abc import Sequence
from typing import Any

from .. import _operations
from .. import _operations_nn as _engine_operations
from .._tensor import Tensor
from ._activations import _channels_dropped
from ._windows import padding_sides, refuse_strides, several

__all__ = ['avg_pool3d', 'conv3d', 'conv_transpose1d', 'dropout3d', 'max_pool3d']

_OFFERED_LATE_BY = 'torch.nn.functional'


def _batched(compute: Any, input: Tensor, name: str) -> Tensor:
    """What `compute` makes of (n, c, d, h, w), or of one such volume without its n."""
    if input.dim() not in (4, 5):
        raise RuntimeError(
            f'Expected 4D (unbatched) or 5D (batched) input to {name}, but got input of size: '
            f'{list(input.shape)}'
        )
    return compute(input) if input.dim() == 5 else compute(input.unsqueeze(0)).squeeze(0)


def conv3d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: int | Sequence[int] = 1,
    padding: int | str | Sequence[int] = 0,
    dilation: int | Sequence[int] = 1,
    groups: int = 1,
) -> Tensor:
    """Cross-correlation: input (n, in, d, h, w), weight (out, in / groups, kd, kh, kw), bias (out).

    Raises:
        RuntimeError: when the channels do not fit the weight.
    """
    steps, dilations = several(stride, 3), several(dilation, 3)
    refuse_strides(padding, steps)
    given = padding if isinstance(padding, str) else several(padding, 3)
    sides = padding_sides(given, tuple(weight.shape[2:]), dilations)

    def convolve(volumes: Any) -> Tensor:
        channels = weight.shape[1] * groups
        if volumes.shape[1] != channels:
            raise RuntimeError(
                f'Given groups={groups}, weight of size {list(weight.shape)}, expected input'
                f'{list(volumes.shape)} to have {channels} channels, but got '
                f'{volumes.shape[1]} channels instead'
            )
        padded = _engine_operations.pad(volumes, sides) if any(sides) else volumes
        return _by_slices(padded, weight, bias, steps, dilations, groups)

    return _batched(convolve, input, 'conv3d')


def _by_slices(
    padded: Any,
    weight: Tensor,
    bias: Tensor | None,
    steps: tuple[int, ...],
    dilations: tuple[int, ...],
    groups: int,
) -> Tensor:
    """Each slice of the output is a convolution of as many slices of the input as the kernel is deep."""
    count, channels, depth = padded.shape[:3]
    deep = weight.shape[2]
    slices = (depth - dilations[0] * (deep - 1) - 1) // steps[0] + 1
    if slices < 1:
        reach = [
            dilation * (size - 1) + 1 for dilation, size in zip(dilations, weight.shape[2:], strict=True)
        ]
        raise RuntimeError(
            f'Calculated padded input size per channel: ({_crossed(padded.shape[2:])}). '
            f"Kernel size: ({_crossed(reach)}). Kernel size can't be greater than actual input size"
        )
    seen = _operations.arange(slices).unsqueeze(1) * steps[0] + _operations.arange(deep) * dilations[0]
    taken = padded[:, :, seen].permute(0, 2, 1, 3, 4, 5)
    images = taken.reshape(count * slices, channels * deep, *padded.shape[3:])
    kernels = weight.reshape(weight.shape[0], -1, *weight.shape[3:])
    made = _engine_operations.conv2d(images, kernels, bias, steps[1:], 0, dilations[1:], groups)
    return made.reshape(count, slices, *made.shape[1:]).transpose(1, 2)


def _crossed(sizes: Any) -> str:
    return ' x '.join(map(str, sizes))


def _pooled(input: Tensor, across: Any, along: Any) -> Tensor:
    """Pools (n, c, d, h, w) within each slice, then along the depth."""
    count, channels, depth = input.shape[:3]
    flat = across(input.reshape(count, channels * depth, *input.shape[3:]))
    high, wide = flat.shape[2:]
    columns = flat.reshape(count, channels, depth, high * wide).transpose(2, 3)
    made = along(columns.reshape(count, channels * high * wide, depth))
    return made.reshape(count, channels, high, wide, -1).permute(0, 1, 4, 2, 3)


def max_pool3d(
    input: Tensor,
    kernel_size: int | Sequence[int],
    stride: int | Sequence[int] | None = None,
    padding: int | Sequence[int] = 0,
    dilation: int | Sequence[int] = 1,
    ceil_mode: bool = False,
    return_indices: bool = False,
) -> Tensor:
    """The largest elements of windows of (n, c, d, h, w).

    Raises:
        NotImplementedError: for `return_indices=True`.
    """
    if return_indices:
        raise NotImplementedError('D2L Exercises does not support max_pool3d(return_indices=True)')
    size = several(kernel_size, 3)
    step = size if stride is None else several(stride, 3)
    edge, gap = several(padding, 3), several(dilation, 3)

    def pool(volumes: Any) -> Tensor:
        return _pooled(
            volumes,
            lambda images: _engine_operations.max_pool2d(
                images, size[1:], step[1:], edge[1:], gap[1:], ceil_mode
            ),
            lambda columns: _engine_operations.max_pool1d(
                columns, size[:1], step[:1], edge[:1], gap[:1], ceil_mode
            ),
        )

    return _batched(pool, input, 'max_pool3d')


def avg_pool3d(
    input: Tensor,
    kernel_size: int | Sequence[int],
    stride: int | Sequence[int] | None = None,
    padding: int | Sequence[int] = 0,
    ceil_mode: bool = False,
    count_include_pad: bool = True,
    divisor_override: int | None = None,
) -> Tensor:
    """Means of windows of (n, c, d, h, w); added zeros count unless told otherwise."""
    size = several(kernel_size, 3)
    step = size if stride is None else several(stride, 3)
    edge = several(padding, 3)

    def pool(volumes: Any) -> Tensor:
        return _pooled(
            volumes,
            lambda images: _engine_operations.avg_pool2d(images, size[1:], step[1:], edge[1:], ceil_mode),
            lambda columns: _engine_operations.avg_pool1d(columns, size[:1], step[:1], edge[:1], ceil_mode),
        )

    means = _batched(pool, input, 'avg_pool3d')
    if divisor_override is not None:
        return means * (math.prod(size) / divisor_override)
    if count_include_pad:
        return means
    return means / _batched(pool, input.detach() * 0 + 1, 'avg_pool3d')


def dropout3d(input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False) -> Tensor:
    """Whole channels of (n, c, d, h, w) become 0 with probability p; the others are divided by 1 - p."""
    return _channels_dropped(input, p, training, inplace, 3)


def conv_transpose1d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: int | Sequence[int] = 1,
    padding: int | Sequence[int] = 0,
    output_padding: int | Sequence[int] = 0,
    groups: int = 1,
    dilation: int | Sequence[int] = 1,
) -> Tensor:
    """The transposed cross-correlation: input (n, in, l), weight (in, out / groups, k), bias (out)."""

    def flat(value: Any, other: int) -> tuple[int, int]:
        return (other, value if isinstance(value, int) else value[0])

    made = _engine_operations.conv_transpose2d(
        input.unsqueeze(-2),
        weight.unsqueeze(-2),
        bias,
        flat(stride, 1),
        flat(padding, 0),
        flat(output_padding, 0),
        groups,
        flat(dilation, 1),
    )
    return made.squeeze(-2)
