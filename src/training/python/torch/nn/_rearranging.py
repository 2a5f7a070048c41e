"""Columns as windows, channels as pixels and back, normalization across channels."""

import math
from collections.abc import Sequence
from typing import Any

from .. import _operations
from .. import _operations_nn as _engine_operations
from .._tensor import Tensor
from ._windows import several

__all__ = ['channel_shuffle', 'fold', 'local_response_norm', 'pixel_shuffle', 'pixel_unshuffle']

_OFFERED_LATE_BY = 'torch.nn.functional'


def _starts(size: int, kernel: int, dilation: int, padding: int, stride: int) -> Tensor:
    """Where the windows' elements lie along a padded dimension: (kernel, windows)."""
    windows = (size + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1
    return _operations.arange(kernel).unsqueeze(1) * dilation + _operations.arange(windows) * stride


def _places(
    size: Sequence[int],
    kernel_size: int | Sequence[int],
    dilation: int | Sequence[int],
    padding: int | Sequence[int],
    stride: int | Sequence[int],
) -> tuple[Any, Any]:
    """The rows and the columns of the windows' elements."""
    each = zip(*(several(value, 2) for value in (kernel_size, dilation, padding, stride)), strict=True)
    rows, columns = (_starts(length, *options) for length, options in zip(size, each, strict=True))
    return rows, columns


def _pair(value: Any) -> str:
    return f'({", ".join(map(str, several(value, 2)))})'


def fold(
    input: Tensor,
    output_size: int | Sequence[int],
    kernel_size: int | Sequence[int],
    dilation: int | Sequence[int] = 1,
    padding: int | Sequence[int] = 0,
    stride: int | Sequence[int] = 1,
) -> Tensor:
    """The sum of windows (n, c kh kw, windows), each put back into its place of (n, c, h, w).

    Raises:
        RuntimeError: when the columns do not fit the output.
    """
    if input.dim() == 2:
        return fold(input.unsqueeze(0), output_size, kernel_size, dilation, padding, stride).squeeze(0)
    size, (down, right) = several(output_size, 2), several(padding, 2)
    rows, columns = _places(size, kernel_size, dilation, padding, stride)
    kernel, windows = rows.shape[0] * columns.shape[0], rows.shape[1] * columns.shape[1]
    if input.shape[1] % kernel:
        raise RuntimeError(
            "Expected size of input's dimension 1 to be divisible by the product of kernel_size, but got "
            f'input.size(1)={input.shape[1]} and kernel_size={_pair(kernel_size)}.'
        )
    if input.shape[2] != windows:
        raise RuntimeError(
            f'Given output_size={_pair(size)}, kernel_size={_pair(kernel_size)}, dilation={_pair(dilation)}, '
            f'padding={_pair(padding)}, stride={_pair(stride)}, '
            "expected size of input's dimension 2 to match the calculated number of sliding blocks "
            f'{rows.shape[1]} * {columns.shape[1]} = {windows}, but got input.size(2)={input.shape[2]}.'
        )
    high, wide = size[0] + 2 * down, size[1] + 2 * right
    places = rows.reshape(-1, 1, rows.shape[1], 1) * wide + columns.reshape(1, -1, 1, columns.shape[1])
    places = places.reshape(rows.shape[0], columns.shape[0], -1).reshape(-1)
    channels = input.shape[1] // kernel
    empty = input.new_zeros(input.shape[0], channels, high * wide)
    summed = empty.index_add(2, places, input.reshape(input.shape[0], channels, -1))
    image = summed.reshape(input.shape[0], channels, high, wide)
    return image[:, :, down : down + size[0], right : right + size[1]]


def _check_factor(name: str, kind: str, factor: int, input: Tensor) -> None:
    if input.dim() < 3:
        raise RuntimeError(
            f'{name} expects input to have at least 3 dimensions, but got input with {input.dim()} '
            'dimension(s)'
        )
    if factor <= 0:
        raise RuntimeError(f'{name} expects a positive {kind}_factor, but got {factor}')


def pixel_shuffle(input: Tensor, upscale_factor: int) -> Tensor:
    """(…, c r², h, w) to (…, c, h r, w r).

    Raises:
        RuntimeError: unless the square of the factor divides the channels.
    """
    _check_factor('pixel_shuffle', 'upscale', upscale_factor, input)
    r, (channels, high, wide) = upscale_factor, input.shape[-3:]
    if channels % (r * r):
        raise RuntimeError(
            "pixel_shuffle expects its input's 'channel' dimension to be divisible by the square of "
            f'upscale_factor, but input.size(-3)={channels} is not divisible by {r * r}'
        )
    images = math.prod(input.shape[:-3])
    parts = input.reshape(images, channels // (r * r), r, r, high, wide).permute(0, 1, 4, 2, 5, 3)
    return parts.reshape(*input.shape[:-3], channels // (r * r), high * r, wide * r)


def pixel_unshuffle(input: Tensor, downscale_factor: int) -> Tensor:
    """(…, c, h r, w r) to (…, c r², h, w).

    Raises:
        RuntimeError: unless the factor divides height and width.
    """
    _check_factor('pixel_unshuffle', 'downscale', downscale_factor, input)
    r, (channels, high, wide) = downscale_factor, input.shape[-3:]
    for name, place, size in (('height', -2, high), ('width', -1, wide)):
        if size % r:
            raise RuntimeError(
                f'pixel_unshuffle expects {name} to be divisible by downscale_factor, but '
                f'input.size({place})={size} is not divisible by {r}'
            )
    images = math.prod(input.shape[:-3])
    parts = input.reshape(images, channels, high // r, r, wide // r, r).permute(0, 1, 3, 5, 2, 4)
    return parts.reshape(*input.shape[:-3], channels * r * r, high // r, wide // r)


def channel_shuffle(input: Tensor, groups: int) -> Tensor:
    """The channels of (n, c, …), one of each group in turn.

    Raises:
        RuntimeError: unless `groups` divides the channels.
    """
    count, channels = input.shape[:2]
    if groups <= 0:
        raise RuntimeError(
            f'Number of groups to divide channels in must be positive. Value of groups:{groups}'
        )
    if channels % groups:
        raise RuntimeError(
            f'Number of channels must be divisible by groups. Got {channels} channels and {groups} groups.'
        )
    return input.reshape(count, groups, channels // groups, -1).transpose(1, 2).reshape(input.shape)


def local_response_norm(
    input: Tensor, size: int, alpha: float = 1e-4, beta: float = 0.75, k: float = 1.0
) -> Tensor:
    """x / (k + alpha m)^beta, m the mean of squares over `size` neighbouring channels of (n, c, …).

    Raises:
        ValueError: for fewer than three dimensions.
    """
    if input.dim() < 3:
        raise ValueError(f'Expected 3D or higher dimensionality input (got {input.dim()} dimensions)')
    if not input.numel():
        return input
    squares = (input * input).reshape(input.shape[0], 1, input.shape[1], -1)
    padded = _engine_operations.pad(squares, [0, 0, size // 2, (size - 1) // 2])
    means = _engine_operations.avg_pool2d(padded, (size, 1), 1).reshape(input.shape)
    return input / (means * alpha + k) ** beta
