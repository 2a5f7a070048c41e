"""Images, sequences and volumes brought to another size, or read at the places of a grid."""

import math
import warnings
from collections.abc import Sequence
from typing import Any

from .. import _operations
from .._tensor import Tensor
from . import functional

__all__ = ['affine_grid', 'grid_sample', 'interpolate', 'upsample', 'upsample_bilinear', 'upsample_nearest']

_OFFERED_LATE_BY = 'torch.nn.functional'

_RANKS = {'linear': 3, 'bilinear': 4, 'bicubic': 4, 'trilinear': 5}
"""Dimensions of the input for which a mode is meant."""
_ANY_RANK = ('nearest', 'nearest-exact', 'area')


def _checked_size(size: Any, input: Any, spatial: int) -> list[int]:
    if not isinstance(size, (list, tuple)):
        return [size] * spatial
    if len(size) != spatial:
        raise ValueError(
            'Input and output must have the same number of spatial dimensions, but got input with spatial '
            f'dimensions of {list(input.shape[2:])} and output size of {size}. Please provide input tensor '
            'in (N, C, d1, d2, ...,dK) format and output size in (o1, o2, ...,oK) format.'
        )
    if not all(isinstance(each, int) for each in size):
        raise TypeError(
            'expected size to be one of int or Tuple[int] or Tuple[int, int] or Tuple[int, int, int], but '
            f'got size with types {[type(each) for each in size]}'
        )
    return list(size)


def _checked_factors(scale_factor: Any, input: Any, spatial: int) -> list[float]:
    if not isinstance(scale_factor, (list, tuple)):
        return [scale_factor] * spatial
    if len(scale_factor) != spatial:
        raise ValueError(
            'Input and scale_factor must have the same number of spatial dimensions, but got input with '
            f'spatial dimensions of {list(input.shape[2:])} and scale_factor of shape {scale_factor}. Please '
            'provide input tensor in (N, C, d1, d2, ...,dK) format and scale_factor in (s1, s2, ...,sK) '
            'format.'
        )
    return list(scale_factor)


def _check_mode(input: Any, mode: str, antialias: bool) -> None:
    rank = input.dim()
    if antialias and not (mode in ('bilinear', 'bicubic') and rank == 4):
        raise ValueError(
            'Anti-alias option is restricted to bilinear and bicubic modes and requires a 4-D tensor as input'
        )
    if rank in (3, 4, 5) and (mode in _ANY_RANK or _RANKS.get(mode) == rank):
        return
    if rank in (3, 4, 5) and mode in _RANKS and mode != 'bicubic':
        raise NotImplementedError(f'Got {rank}D input, but {mode} mode needs {_RANKS[mode]}D input')
    raise NotImplementedError(
        f'Input Error: Only 3D, 4D and 5D input Tensors supported (got {rank}D) for the modes: nearest | '
        f'linear | bilinear | bicubic | trilinear | area | nearest-exact (got {mode})'
    )


def _check_elements(input: Any, size: list[int], mode: str) -> None:
    before = list(input.shape[2:])
    if min([*size, *before]) <= 0:
        letters = 'DHW'[-len(size) :] if len(size) > 1 else 'W'
        old, new = (
            '(' + ', '.join(f'{letter}: {extent}' for letter, extent in zip(letters, each, strict=True)) + ')'
            for each in (before, size)
        )
        raise RuntimeError(
            f'Input and output sizes should be greater than 0, but got input {old} output {new}'
        )
    if input.shape[1] == 0:
        raise RuntimeError(
            f'Non-empty {input.dim()}D data tensor expected but got a tensor with sizes {list(input.shape)}'
        )
    whole = str(input.dtype) == 'torch.uint8' and mode.startswith('nearest')
    if not input.is_floating_point() and not whole:
        name = mode.replace('-', '_')
        raise NotImplementedError(
            f'"upsample_{name}{len(size)}d_channels_last" not implemented for \'{input.dtype.legacy_name}\''
        )


def interpolate(
    input: Tensor,
    size: int | Sequence[int] | None = None,
    scale_factor: float | Sequence[float] | None = None,
    mode: str = 'nearest',
    align_corners: bool | None = None,
    recompute_scale_factor: bool | None = None,
    antialias: bool = False,
) -> Tensor:
    """Sequences (n, c, l), images (n, c, h, w) or volumes (n, c, d, h, w) brought to another size.

    Args:
        input: what is to be brought to another size.
        size: the sizes that are wanted, or one for all dimensions.
        scale_factor: by how much they are to grow, where `size` is not given.
        mode: `nearest`, `nearest-exact`, `linear`, `bilinear`, `bicubic`, `trilinear` or `area`.
        align_corners: whether the outer elements stay where they are.
        recompute_scale_factor: whether the places follow from the rounded sizes.
        antialias: whether shrinking takes the mean of what falls together.

    Raises:
        ValueError: for arguments that do not go together.
        NotImplementedError: for a mode that is not for so many dimensions.
        RuntimeError: when a size is not positive.
    """
    if mode in _ANY_RANK and align_corners is not None:
        raise ValueError(
            'align_corners option can only be set with the interpolating modes: linear | bilinear | bicubic '
            '| trilinear'
        )
    spatial = input.dim() - 2
    factors = [0.0] * spatial
    if size is not None and scale_factor is not None:
        raise ValueError('only one of size or scale_factor should be defined')
    if size is not None:
        if recompute_scale_factor:
            raise ValueError('recompute_scale_factor is not meaningful with an explicit size.')
        wanted = _checked_size(size, input, spatial)
    elif scale_factor is not None:
        factors = _checked_factors(scale_factor, input, spatial)
        pairs = zip(input.shape[2:], factors, strict=True)
        wanted = [math.floor(float(extent * factor)) for extent, factor in pairs]
        if recompute_scale_factor or mode == 'area':
            factors = [0.0] * spatial
    else:
        raise ValueError('either size or scale_factor should be defined')
    _check_mode(input, mode, antialias)
    if mode == 'area':
        return getattr(functional, f'adaptive_avg_pool{spatial}d')(input, wanted)
    _check_elements(input, wanted, mode)
    kind = 'cubic' if mode == 'bicubic' else 'linear' if mode in _RANKS else mode
    kind = f'{kind}-antialias' if antialias else kind
    return _operations._upsample(input, wanted, [float(each) for each in factors], kind, bool(align_corners))


def upsample(
    input: Tensor,
    size: int | Sequence[int] | None = None,
    scale_factor: float | Sequence[float] | None = None,
    mode: str = 'nearest',
    align_corners: bool | None = None,
) -> Tensor:
    """As `interpolate`, which is its newer name."""
    _warn_of_name('upsample')
    return interpolate(input, size, scale_factor, mode, align_corners)


def upsample_nearest(
    input: Tensor, size: int | Sequence[int] | None = None, scale_factor: int | Sequence[int] | None = None
) -> Tensor:
    """As `interpolate`, which is its newer name, by the nearest element."""
    _warn_of_name('upsample_nearest')
    return interpolate(input, size, scale_factor, mode='nearest')


def upsample_bilinear(
    input: Tensor, size: int | Sequence[int] | None = None, scale_factor: int | Sequence[int] | None = None
) -> Tensor:
    """As `interpolate`, which is its newer name, between pixels whose corners are aligned."""
    _warn_of_name('upsample_bilinear')
    return interpolate(input, size, scale_factor, mode='bilinear', align_corners=True)


def _warn_of_name(name: str) -> None:
    warnings.warn(
        f'`nn.functional.{name}` is deprecated. Use `nn.functional.interpolate` instead.', stacklevel=3
    )


_MODES = ('bilinear', 'nearest', 'bicubic')
_PADDINGS = ('zeros', 'border', 'reflection')


def _said(align_corners: bool | None) -> bool:
    if align_corners is None:
        warnings.warn(
            'Default grid_sample and affine_grid behavior has changed to align_corners=False since 1.3.0. '
            'Please specify align_corners=True if the old behavior is desired. See the documentation of '
            'grid_sample for details.',
            stacklevel=3,
        )
    return bool(align_corners)


def grid_sample(
    input: Tensor,
    grid: Tensor,
    mode: str = 'bilinear',
    padding_mode: str = 'zeros',
    align_corners: bool | None = None,
) -> Tensor:
    """Images (n, c, h, w) read at the places of a grid (n, h', w', 2) from -1 to 1, or volumes.

    Raises:
        ValueError: for another mode.
        RuntimeError: when input and grid do not fit.
    """
    if mode not in _MODES:
        raise ValueError(
            "nn.functional.grid_sample(): expected mode to be 'bilinear', 'nearest' or 'bicubic', but got: "
            f"'{mode}'"
        )
    if padding_mode not in _PADDINGS:
        raise ValueError(
            "nn.functional.grid_sample(): expected padding_mode to be 'zeros', 'border', or 'reflection', "
            f"but got: '{padding_mode}'"
        )
    corners = _said(align_corners)
    return _operations.grid_sampler(input, grid, _MODES.index(mode), _PADDINGS.index(padding_mode), corners)


def affine_grid(theta: Tensor, size: Sequence[int], align_corners: bool | None = None) -> Tensor:
    """The grid for `grid_sample` to which affine maps lead: theta (n, 2, 3) or (n, 3, 4).

    Raises:
        ValueError: when maps and size do not fit.
        NotImplementedError: for a size of other than four or five dimensions.
    """
    corners = _said(align_corners)
    if not theta.is_floating_point():
        raise ValueError(f'Expected theta to have floating point type, but got {theta.dtype}')
    spatial = len(size) - 2
    if spatial not in (2, 3):
        raise NotImplementedError(
            'affine_grid only supports 4D and 5D sizes, for 2D and 3D affine transforms, respectively. Got '
            f'size {size}.'
        )
    if theta.dim() != 3 or tuple(theta.shape[-2:]) != (spatial, spatial + 1):
        raise ValueError(
            f'Expected a batch of {spatial}D affine matrices of shape Nx{spatial}x{spatial + 1} for size '
            f'{size}. Got {theta.shape}.'
        )
    if corners and min(size[2:]) == 1:
        warnings.warn(
            'Since version 1.3.0, affine_grid behavior has changed for unit-size grids when '
            'align_corners=True. This is not an intended use case of affine_grid. See the documentation of '
            'affine_grid for details.',
            stacklevel=2,
        )
    elif min(size) <= 0:
        raise ValueError(f'Expected non-zero, positive output size. Got {size}')
    return _operations.affine_grid_generator(theta, list(size), corners)
