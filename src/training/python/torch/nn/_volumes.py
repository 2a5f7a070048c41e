"""Convolution and pooling of volumes, transposed convolution of sequences: by the operations on images."""

from collections.abc import Sequence
from typing import Any

from .. import _operations
from .. import _operations_nn as _engine_operations
from .._dtypes import int64
from .._tensor import Tensor
from ._activations import _channels_dropped, alpha_dropped
from ._windows import padding_sides, refuse_strides, several

__all__ = [
    'conv3d',
    'conv_transpose1d',
    'conv_transpose3d',
    'dropout3d',
    'feature_alpha_dropout',
    'max_pool3d',
]

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
    _check_settings(input, weight, steps, padding, dilations)
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


def _check_settings(input: Any, weight: Any, steps: Any, padding: Any, dilations: Any) -> None:
    spatial = weight.dim() - 2
    if len(steps) != spatial:
        raise RuntimeError(
            f'expected stride to be a single integer value or a list of {spatial} values to match the '
            f'convolution dimensions, but got stride={list(steps)}'
        )
    if not isinstance(padding, str) and any(size < 0 for size in several(padding, 3)):
        raise RuntimeError('negative padding is not supported')
    if any(step <= 0 for step in steps):
        raise RuntimeError('non-positive stride is not supported')
    if any(gap <= 0 for gap in dilations):
        raise RuntimeError('dilation should be greater than zero')
    _check_type(input, weight)


def _check_type(input: Any, other: Any) -> None:
    if other is not None and input.dtype != other.dtype:
        raise RuntimeError(
            f'expected scalar type {input.dtype.legacy_name} but found {other.dtype.legacy_name}'
        )


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


def max_pool3d(
    input: Tensor,
    kernel_size: int | Sequence[int],
    stride: int | Sequence[int] | None = None,
    padding: int | Sequence[int] = 0,
    dilation: int | Sequence[int] = 1,
    ceil_mode: bool = False,
    return_indices: bool = False,
) -> Any:
    """The largest elements of windows of (n, c, d, h, w); on request also where they lie in their volume."""
    step = () if stride is None else stride
    found = _engine_operations.max_pool3d_with_indices(input, kernel_size, step, padding, dilation, ceil_mode)
    return tuple(found) if return_indices else found[0]


def dropout3d(input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False) -> Tensor:
    """Whole channels of (n, c, d, h, w) become 0 with probability p; the others are divided by 1 - p."""
    return _channels_dropped(input, p, training, inplace, 3)


def feature_alpha_dropout(
    input: Tensor, p: float = 0.5, training: bool = False, inplace: bool = False
) -> Tensor:
    """Alpha dropout of whole channels (n, c, …)."""
    shape = (*input.shape[:2], *(1 for _ in input.shape[2:]))
    return alpha_dropped(input, p, training, inplace, shape)


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


def _spread(input: Any, steps: Sequence[int]) -> Any:
    """Zeros between the elements of the last three dimensions, so that they are `steps` apart."""
    for dim, step in enumerate(steps, 2):
        if step == 1:
            continue
        sizes = tuple(input.shape)
        gaps = input.new_zeros((*sizes[: dim + 1], step - 1, *sizes[dim + 1 :]))
        apart = _operations.cat([input.unsqueeze(dim + 1), gaps], dim + 1)
        input = apart.flatten(dim, dim + 1).narrow(dim, 0, (sizes[dim] - 1) * step + 1)
    return input


def conv_transpose3d(
    input: Tensor,
    weight: Tensor,
    bias: Tensor | None = None,
    stride: int | Sequence[int] = 1,
    padding: int | Sequence[int] = 0,
    output_padding: int | Sequence[int] = 0,
    groups: int = 1,
    dilation: int | Sequence[int] = 1,
) -> Tensor:
    """The transposed cross-correlation: input (n, in, d, h, w), weight (in, out / groups, kd, kh, kw).

    Raises:
        RuntimeError: when the channels do not fit the weight, or there are no groups.
    """
    steps, gaps = several(stride, 3), several(dilation, 3)
    edges, extra = several(padding, 3), several(output_padding, 3)
    _check_transposed(weight, steps, gaps, extra, edges)
    if groups <= 0:
        raise RuntimeError('non-positive groups is not supported')
    kernel = weight.shape[2:]
    sides: list[int] = []
    for position in (2, 1, 0):
        reach = gaps[position] * (kernel[position] - 1) - edges[position]
        sides += [reach, reach + extra[position]]

    def spread(volumes: Any) -> Tensor:
        if volumes.shape[1] != weight.shape[0]:
            raise RuntimeError(
                f'Given transposed=1, weight of size {list(weight.shape)}, expected input'
                f'{list(volumes.shape)} to have {weight.shape[0]} channels, but got {volumes.shape[1]} '
                'channels instead'
            )
        _check_types(volumes, weight, bias)
        inputs, outputs = weight.shape[0] // groups, weight.shape[1]
        turned = weight.flip(2, 3, 4).reshape(groups, inputs, outputs, *kernel).transpose(1, 2)
        kernels = turned.reshape(groups * outputs, inputs, *kernel)
        padded = _engine_operations.pad(_spread(volumes, steps), sides)
        return _by_slices(padded, kernels, bias, (1, 1, 1), gaps, groups)

    return _batched(spread, input, 'conv_transpose3d')


def _check_types(volumes: Any, weight: Any, bias: Any) -> None:
    if not volumes.is_floating_point() and volumes.dtype != int64:
        raise NotImplementedError(
            f'"slow_conv_transpose3d_out_cpu" not implemented for \'{volumes.dtype.legacy_name}\''
        )
    _check_type(volumes, weight)
    _check_type(volumes, bias)


def _check_transposed(weight: Any, steps: Any, gaps: Any, extra: Any, edges: Any) -> None:
    if weight.dim() != 5:
        raise RuntimeError(
            f'expected stride to be a single integer value or a list of {weight.dim() - 2} values to match '
            f'the convolution dimensions, but got stride={list(steps)}'
        )
    if any(edge < 0 for edge in edges):
        raise RuntimeError('negative padding is not supported')
    if any(more < 0 for more in extra):
        raise RuntimeError('negative output_padding is not supported')
    if any(step <= 0 for step in steps):
        raise RuntimeError('non-positive stride is not supported')
    for more, step, gap in zip(extra, steps, gaps, strict=True):
        if more >= step and more >= gap:
            raise RuntimeError(
                'output padding must be smaller than either stride or dilation, but got '
                f'output_padding_depth: {extra[0]} output_padding_height: {extra[1]} '
                f'output_padding_width: {extra[2]} stride_depth: {steps[0]} stride_height: {steps[1]} '
                f'stride_width: {steps[2]} dilation_depth: {gaps[0]} '
                f'dilation_height: {gaps[1]} dilation_width: {gaps[2]}'
            )
