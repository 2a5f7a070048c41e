"""Pooling by p-norms, of windows that are drawn by chance, and what undoes a max pooling."""

from collections.abc import Sequence
from typing import Any

from ..._tensor import Tensor
from .. import _other_pools, functional
from .._windows import several
from .module import Module

__all__ = [
    'FractionalMaxPool2d',
    'FractionalMaxPool3d',
    'LPPool1d',
    'LPPool2d',
    'LPPool3d',
    'MaxUnpool1d',
    'MaxUnpool2d',
    'MaxUnpool3d',
]

_OFFERED_LATE_BY = 'torch.nn'


class _LPPool(Module):
    """The p-norm of each window.

    Args:
        norm_type: p.
        kernel_size: of a window.
        stride: distance between windows; their size by default.
        ceil_mode: whether a last window may reach beyond the end.
    """

    def __init__(
        self,
        norm_type: float,
        kernel_size: int | Sequence[int],
        stride: int | Sequence[int] | None = None,
        ceil_mode: bool = False,
    ) -> None:
        super().__init__()
        self.norm_type = norm_type
        self.kernel_size = kernel_size
        self.stride = stride
        self.ceil_mode = ceil_mode

    def _pooled(self, pool: Any, input: Tensor) -> Any:
        return pool(input, float(self.norm_type), self.kernel_size, self.stride, self.ceil_mode)

    def extra_repr(self) -> str:
        return (
            f'norm_type={self.norm_type}, kernel_size={self.kernel_size}, stride={self.stride}, '
            f'ceil_mode={self.ceil_mode}'
        )


class LPPool1d(_LPPool):
    """The p-norm of each window of a sequence."""

    __module__ = 'torch.nn.modules.pooling'

    def forward(self, input: Tensor) -> Tensor:
        """(n, c, l) to (n, c, l')."""
        return self._pooled(_other_pools.lp_pool1d, input)


class LPPool2d(_LPPool):
    """The p-norm of each window of an image."""

    __module__ = 'torch.nn.modules.pooling'

    def forward(self, input: Tensor) -> Tensor:
        """(n, c, h, w) to (n, c, h', w')."""
        return self._pooled(_other_pools.lp_pool2d, input)


class LPPool3d(_LPPool):
    """The p-norm of each window of a volume."""

    __module__ = 'torch.nn.modules.pooling'

    def forward(self, input: Tensor) -> Tensor:
        """(n, c, d, h, w) to (n, c, d', h', w')."""
        return self._pooled(_other_pools.lp_pool3d, input)


class _MaxUnpool(Module):
    """Puts largest elements back where they lay, with zeros elsewhere. Arguments as of the pooling."""

    _spatial = 2

    def __init__(
        self,
        kernel_size: int | Sequence[int],
        stride: int | Sequence[int] | None = None,
        padding: int | Sequence[int] = 0,
    ) -> None:
        super().__init__()
        self.kernel_size = several(kernel_size, self._spatial)
        self.stride = several(kernel_size if stride is None else stride, self._spatial)
        self.padding = several(padding, self._spatial)

    def forward(self, input: Tensor, indices: Tensor, output_size: Sequence[int] | None = None) -> Tensor:
        """What the pooling was given, of which only the largest elements are known."""
        unpool = getattr(functional, f'max_unpool{self._spatial}d')
        return unpool(input, indices, self.kernel_size, self.stride, self.padding, output_size)

    def extra_repr(self) -> str:
        return f'kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}'


class MaxUnpool1d(_MaxUnpool):
    """Undoes a MaxPool1d as far as it can be: what was not largest is 0."""

    __module__ = 'torch.nn.modules.pooling'
    _spatial = 1


class MaxUnpool2d(_MaxUnpool):
    """Undoes a MaxPool2d as far as it can be: what was not largest is 0."""

    __module__ = 'torch.nn.modules.pooling'


class MaxUnpool3d(_MaxUnpool):
    """Undoes a MaxPool3d as far as it can be: what was not largest is 0."""

    __module__ = 'torch.nn.modules.pooling'
    _spatial = 3


class _FractionalMaxPool(Module):
    """The largest elements of windows that are drawn by chance (Graham, 2014).

    Args:
        kernel_size: of a window.
        output_size: of the output; or
        output_ratio: of its size to that of the input, between 0 and 1.
        return_indices: whether to tell where they lie as well.

    Raises:
        ValueError: unless exactly one of size and ratio is given, or for another ratio.
    """

    _spatial = 2

    def __init__(
        self,
        kernel_size: int | Sequence[int],
        output_size: int | Sequence[int] | None = None,
        output_ratio: float | Sequence[float] | None = None,
        return_indices: bool = False,
        _random_samples: Tensor | None = None,
    ) -> None:
        super().__init__()
        name = type(self).__name__
        self.kernel_size = several(kernel_size, self._spatial)
        self.return_indices = return_indices
        self.register_buffer('_random_samples', _random_samples)
        if output_size is None and output_ratio is None:
            raise ValueError(f'{name} requires specifying either an output size, or a pooling ratio')
        if output_size is not None and output_ratio is not None:
            raise ValueError('only one of output_size and output_ratio may be specified')
        self.output_size = None if output_size is None else several(output_size, self._spatial)
        alike = isinstance(output_ratio, (int, float))
        ratios: Any = (output_ratio,) * self._spatial if alike else output_ratio
        self.output_ratio = ratios
        if ratios is not None and not all(0 < ratio < 1 for ratio in ratios):
            raise ValueError(f'output_ratio must be between 0 and 1 (got {output_ratio})')

    def forward(self, input: Tensor) -> Any:
        """(n, c, …) to (n, c, …) of the size that was asked for; on request with the places."""
        pool = getattr(_other_pools, f'fractional_max_pool{self._spatial}d')
        sizes = (self.kernel_size, self.output_size, self.output_ratio)
        return pool(input, *sizes, self.return_indices, _random_samples=self._random_samples)


class FractionalMaxPool2d(_FractionalMaxPool):
    """The largest elements of windows of images that are drawn by chance (Graham, 2014)."""

    __module__ = 'torch.nn.modules.pooling'


class FractionalMaxPool3d(_FractionalMaxPool):
    """The largest elements of windows of volumes that are drawn by chance (Graham, 2014)."""

    __module__ = 'torch.nn.modules.pooling'
    _spatial = 3
