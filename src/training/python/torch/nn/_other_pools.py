"""Pooling by p-norms, and of windows that are drawn by chance, as functions."""

import math
from collections.abc import Sequence
from typing import Any

from .. import _operations, _operations_nn
from .._tensor import Tensor
from ._windows import several

__all__ = [
    'fractional_max_pool2d',
    'fractional_max_pool2d_with_indices',
    'fractional_max_pool3d',
    'fractional_max_pool3d_with_indices',
    'lp_pool1d',
    'lp_pool2d',
    'lp_pool3d',
]

_OFFERED_LATE_BY = 'torch.nn.functional'


def _lp_pool(
    mean: Any, spatial: int, input: Any, p: float, size: Any, stride: Any, ceil_mode: bool
) -> Tensor:
    means = mean(input.pow(p), size, stride, 0, ceil_mode)
    sums = means.sign() * means.abs().relu() * math.prod(several(size, spatial))
    return sums.pow(1.0 / p)


def lp_pool1d(
    input: Tensor,
    norm_type: float,
    kernel_size: int,
    stride: int | Sequence[int] | None = None,
    ceil_mode: bool = False,
) -> Tensor:
    """The p-norm of each window of (n, c, l)."""
    return _lp_pool(_operations_nn.avg_pool1d, 1, input, norm_type, kernel_size, stride, ceil_mode)


def lp_pool2d(
    input: Tensor,
    norm_type: float,
    kernel_size: int | Sequence[int],
    stride: int | Sequence[int] | None = None,
    ceil_mode: bool = False,
) -> Tensor:
    """The p-norm of each window of (n, c, h, w)."""
    return _lp_pool(_operations_nn.avg_pool2d, 2, input, norm_type, kernel_size, stride, ceil_mode)


def lp_pool3d(
    input: Tensor,
    norm_type: float,
    kernel_size: int | Sequence[int],
    stride: int | Sequence[int] | None = None,
    ceil_mode: bool = False,
) -> Tensor:
    """The p-norm of each window of (n, c, d, h, w)."""
    return _lp_pool(_operations_nn.avg_pool3d, 3, input, norm_type, kernel_size, stride, ceil_mode)


def _fractional(
    spatial: int, input: Any, kernel_size: Any, output_size: Any, output_ratio: Any, samples: Any
) -> tuple[Any, Any]:
    name = f'fractional_max_pool{spatial}d'
    if output_size is None and output_ratio is None:
        raise ValueError(f'{name} requires specifying either an output_size or an output_ratio')
    if output_size is None:
        ratios = (output_ratio,) * spatial if isinstance(output_ratio, (int, float)) else output_ratio
        sizes = input.shape[input.dim() - spatial :]
        output_size = [int(size * ratio) for size, ratio in zip(sizes, ratios, strict=True)]
    if samples is None:
        count = 1 if input.dim() == spatial + 1 else input.shape[0]
        samples = _operations.rand((count, input.shape[-spatial - 1], spatial), dtype=input.dtype)
    pool = getattr(_operations, f'_{name}')
    values, places = pool(input, several(kernel_size, spatial), several(output_size, spatial), samples)
    return values, places


def fractional_max_pool2d_with_indices(
    input: Tensor,
    kernel_size: int | Sequence[int],
    output_size: int | Sequence[int] | None = None,
    output_ratio: float | Sequence[float] | None = None,
    return_indices: bool = False,
    _random_samples: Tensor | None = None,
) -> tuple[Any, Any]:
    """The largest elements of windows that are drawn by chance, and where they lie in their image.

    Raises:
        ValueError: when neither the size of the output nor its ratio is given.
    """
    return _fractional(2, input, kernel_size, output_size, output_ratio, _random_samples)


def fractional_max_pool3d_with_indices(
    input: Tensor,
    kernel_size: int | Sequence[int],
    output_size: int | Sequence[int] | None = None,
    output_ratio: float | Sequence[float] | None = None,
    return_indices: bool = False,
    _random_samples: Tensor | None = None,
) -> tuple[Any, Any]:
    """The largest elements of windows that are drawn by chance, and where they lie in their volume.

    Raises:
        ValueError: when neither the size of the output nor its ratio is given.
    """
    return _fractional(3, input, kernel_size, output_size, output_ratio, _random_samples)


def fractional_max_pool2d(
    input: Tensor,
    kernel_size: int | Sequence[int],
    output_size: int | Sequence[int] | None = None,
    output_ratio: float | Sequence[float] | None = None,
    return_indices: bool = False,
    _random_samples: Tensor | None = None,
) -> Any:
    """The largest elements of windows of (n, c, h, w) that are drawn by chance; on request their places."""
    found = _fractional(2, input, kernel_size, output_size, output_ratio, _random_samples)
    return found if return_indices else found[0]


def fractional_max_pool3d(
    input: Tensor,
    kernel_size: int | Sequence[int],
    output_size: int | Sequence[int] | None = None,
    output_ratio: float | Sequence[float] | None = None,
    return_indices: bool = False,
    _random_samples: Tensor | None = None,
) -> Any:
    """The largest elements of windows of volumes that are drawn by chance; on request their places."""
    found = _fractional(3, input, kernel_size, output_size, output_ratio, _random_samples)
    return found if return_indices else found[0]
