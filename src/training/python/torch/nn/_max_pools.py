"""Largest elements of windows with the places where they lie, and back: what no single operation takes."""

import math
from collections.abc import Sequence
from typing import Any

from .. import _operations_nn
from .._dtypes import int64
from .._tensor import Tensor
from ._windows import several

__all__ = ['max_pool1d', 'max_pool2d', 'max_unpool1d', 'max_unpool2d', 'max_unpool3d']

_OFFERED_BY = 'torch.nn.functional'


def max_pool2d(
    input: Tensor,
    kernel_size: int | Sequence[int],
    stride: int | Sequence[int] | None = None,
    padding: int | Sequence[int] = 0,
    dilation: int | Sequence[int] = 1,
    ceil_mode: bool = False,
    return_indices: bool = False,
) -> Any:
    """The largest element of each window of (n, c, h, w); on request also where it lies in its image."""
    pool = _operations_nn.max_pool2d_with_indices if return_indices else _operations_nn.max_pool2d
    return pool(input, kernel_size, () if stride is None else stride, padding, dilation, ceil_mode)


def max_pool1d(
    input: Tensor,
    kernel_size: int | Sequence[int],
    stride: int | Sequence[int] | None = None,
    padding: int | Sequence[int] = 0,
    dilation: int | Sequence[int] = 1,
    ceil_mode: bool = False,
    return_indices: bool = False,
) -> Any:
    """The largest element of each window of (n, c, l); on request also where it lies in its sequence."""
    pool = _operations_nn.max_pool1d_with_indices if return_indices else _operations_nn.max_pool1d
    found = pool(input, kernel_size, () if stride is None else stride, padding, dilation, ceil_mode)
    return tuple(found) if return_indices else found


def _unpooled(
    spatial: int,
    input: Tensor,
    indices: Tensor,
    kernel_size: int | Sequence[int],
    stride: int | Sequence[int] | None,
    padding: int | Sequence[int],
    output_size: Sequence[int] | None,
) -> Tensor:
    size, edge = several(kernel_size, spatial), several(padding, spatial)
    step = several(stride, spatial) if stride is not None else size
    lead = tuple(input.shape[: input.dim() - spatial])
    extents = tuple(input.shape[-spatial:])
    usual = [(extent - 1) * step[d] - 2 * edge[d] + size[d] for d, extent in enumerate(extents)]
    wanted = usual if output_size is None else _checked(tuple(output_size), usual, step)
    _check_indices(spatial, input, indices)
    planes = math.prod(lead)
    _check_places(indices, wanted)
    empty = input.new_zeros((planes, math.prod(wanted)))
    count = math.prod(extents)
    filled = empty.scatter(1, indices.reshape(planes, count), input.reshape(planes, count))
    return filled.reshape(*lead, *wanted)


def _check_indices(spatial: int, input: Any, indices: Any) -> None:
    """Refuses what PyTorch's kernels for images (sequences have height 1) or volumes refuse."""
    given, found = ([*each.shape, *([1] if spatial == 1 else [])] for each in (input, indices))
    if indices.dtype != int64:
        found_type = f' but got: {indices.dtype.legacy_name}' if spatial < 3 else ''
        raise RuntimeError(f'elements in indices should be type int64{found_type}')
    if given != found:
        raise RuntimeError(
            f'Expected shape of indices to be same as that of the input tensor ({given}) but got indices '
            f'tensor with shape: {found}'
        )
    if not input.is_floating_point():
        kernel = 'max_unpool3d' if spatial == 3 else 'max_unpool2d'
        raise NotImplementedError(f'"{kernel}" not implemented for \'{input.dtype.legacy_name}\'')


def _check_places(indices: Any, wanted: Sequence[int]) -> None:
    size = math.prod(wanted)
    if not indices.numel() or (int(indices.min()) >= 0 and int(indices.max()) < size):
        return
    outside = next(place for place in indices.flatten().tolist() if not 0 <= place < size)
    sizes = 'x'.join(map(str, wanted if len(wanted) > 1 else (*wanted, 1)))
    raise RuntimeError(f'Found an invalid max index: {outside} (output volumes are of size {sizes}')


def _checked(wanted: tuple[int, ...], usual: list[int], step: tuple[int, ...]) -> tuple[int, ...]:
    count = len(usual)
    if len(wanted) not in (count, count + 2):
        raise ValueError(
            f'output_size should be a sequence containing {count} or {count + 2} elements, but it has a '
            f"length of '{len(wanted)}'"
        )
    wanted = wanted[-count:]
    for d, size in enumerate(wanted):
        if not usual[d] - step[d] < size < usual[d] + step[d]:
            raise ValueError(
                f'invalid output_size "{wanted}" (dim {d} must be between {usual[d] - step[d]} and '
                f'{usual[d] + step[d]})'
            )
    return wanted


def max_unpool1d(
    input: Tensor,
    indices: Tensor,
    kernel_size: int | Sequence[int],
    stride: int | Sequence[int] | None = None,
    padding: int | Sequence[int] = 0,
    output_size: Sequence[int] | None = None,
) -> Tensor:
    """What `max_pool1d` was given, with zeros where no largest element lay.

    Raises:
        ValueError: for an output size that the pooling could not have come from.
    """
    return _unpooled(1, input, indices, kernel_size, stride, padding, output_size)


def max_unpool2d(
    input: Tensor,
    indices: Tensor,
    kernel_size: int | Sequence[int],
    stride: int | Sequence[int] | None = None,
    padding: int | Sequence[int] = 0,
    output_size: Sequence[int] | None = None,
) -> Tensor:
    """What `max_pool2d` was given, with zeros where no largest element lay.

    Raises:
        ValueError: for an output size that the pooling could not have come from.
    """
    return _unpooled(2, input, indices, kernel_size, stride, padding, output_size)


def max_unpool3d(
    input: Tensor,
    indices: Tensor,
    kernel_size: int | Sequence[int],
    stride: int | Sequence[int] | None = None,
    padding: int | Sequence[int] = 0,
    output_size: Sequence[int] | None = None,
) -> Tensor:
    """What `max_pool3d` was given, with zeros where no largest element lay.

    Raises:
        ValueError: for an output size that the pooling could not have come from.
    """
    return _unpooled(3, input, indices, kernel_size, stride, padding, output_size)
