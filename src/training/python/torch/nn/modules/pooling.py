"""Pooling: one number for each window."""

from collections.abc import Sequence
from typing import Any

from ..._tensor import Tensor
from .. import functional
from .module import Module

__all__ = [
    'AdaptiveAvgPool1d',
    'AdaptiveAvgPool2d',
    'AdaptiveMaxPool1d',
    'AdaptiveMaxPool2d',
    'AvgPool1d',
    'AvgPool2d',
    'MaxPool1d',
    'MaxPool2d',
]

_OFFERED_BY = 'torch.nn.modules'


class _MaxPool(Module):
    def __init__(
        self,
        kernel_size: int | Sequence[int],
        stride: int | Sequence[int] | None = None,
        padding: int | Sequence[int] = 0,
        dilation: int | Sequence[int] = 1,
        return_indices: bool = False,
        ceil_mode: bool = False,
    ) -> None:
        super().__init__()
        self.kernel_size = kernel_size
        self.stride = kernel_size if stride is None else stride
        self.padding = padding
        self.dilation = dilation
        self.return_indices = return_indices
        self.ceil_mode = ceil_mode

    def _pooled(self, pool: Any, input: Tensor) -> Any:
        options = (self.dilation, self.ceil_mode, self.return_indices)
        return pool(input, self.kernel_size, self.stride, self.padding, *options)

    def extra_repr(self) -> str:
        return (
            f'kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}, '
            f'dilation={self.dilation}, ceil_mode={self.ceil_mode}'
        )


class MaxPool1d(_MaxPool):
    """The largest element of each window of a sequence."""

    def forward(self, input: Tensor) -> Tensor:
        """(n, c, l) to (n, c, l')."""
        return self._pooled(functional.max_pool1d, input)


class MaxPool2d(_MaxPool):
    """The largest element of each window."""

    def forward(self, input: Tensor) -> Tensor:
        """(n, c, h, w) to (n, c, h', w')."""
        return self._pooled(functional.max_pool2d, input)


class AvgPool1d(Module):
    """The mean of each window of a sequence."""

    def __init__(
        self,
        kernel_size: int | Sequence[int],
        stride: int | Sequence[int] | None = None,
        padding: int | Sequence[int] = 0,
        ceil_mode: bool = False,
        count_include_pad: bool = True,
    ) -> None:
        super().__init__()
        self.kernel_size = _single(kernel_size)
        self.stride = self.kernel_size if stride is None else _single(stride)
        self.padding = _single(padding)
        self.ceil_mode = ceil_mode
        self.count_include_pad = count_include_pad

    def forward(self, input: Tensor) -> Tensor:
        """(n, c, l) to (n, c, l')."""
        return functional.avg_pool1d(
            input, self.kernel_size, self.stride, self.padding, self.ceil_mode, self.count_include_pad
        )

    def extra_repr(self) -> str:
        return f'kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}'


class _AvgPool(Module):
    """The mean of each window; `divisor_override` divides the sum instead of the number of elements."""

    def __init__(
        self,
        kernel_size: int | Sequence[int],
        stride: int | Sequence[int] | None = None,
        padding: int | Sequence[int] = 0,
        ceil_mode: bool = False,
        count_include_pad: bool = True,
        divisor_override: int | None = None,
    ) -> None:
        super().__init__()
        self.kernel_size = kernel_size
        self.stride = kernel_size if stride is None else stride
        self.padding = padding
        self.ceil_mode = ceil_mode
        self.count_include_pad = count_include_pad
        self.divisor_override = divisor_override

    def _pooled(self, pool: Any, input: Tensor) -> Any:
        options = (self.ceil_mode, self.count_include_pad, self.divisor_override)
        return pool(input, self.kernel_size, self.stride, self.padding, *options)

    def extra_repr(self) -> str:
        return f'kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}'


class AvgPool2d(_AvgPool):
    """The mean of each window; `divisor_override` divides the sum instead of the number of elements."""

    def forward(self, input: Tensor) -> Tensor:
        """(n, c, h, w) to (n, c, h', w')."""
        return self._pooled(functional.avg_pool2d, input)


class _Adaptive(Module):
    def __init__(self, output_size: Any) -> None:
        super().__init__()
        self.output_size = output_size

    def extra_repr(self) -> str:
        return f'output_size={self.output_size}'


class AdaptiveAvgPool1d(_Adaptive):
    """Means of as many windows as the output is to have."""

    def forward(self, input: Tensor) -> Tensor:
        """(n, c, l) to (n, c, output_size)."""
        return functional.adaptive_avg_pool1d(input, self.output_size)


class AdaptiveAvgPool2d(_Adaptive):
    """Means of as many windows as the output is to have; None keeps the size of a dimension."""

    def forward(self, input: Tensor) -> Tensor:
        """(n, c, h, w) to (n, c, *output_size)."""
        return functional.adaptive_avg_pool2d(input, self.output_size)


class _AdaptiveMax(_Adaptive):
    def __init__(self, output_size: Any, return_indices: bool = False) -> None:
        super().__init__(output_size)
        self.return_indices = return_indices


class AdaptiveMaxPool1d(_AdaptiveMax):
    """The largest elements of as many windows as the output is to have."""

    def forward(self, input: Tensor) -> Tensor:
        """(n, c, l) to (n, c, output_size)."""
        return functional.adaptive_max_pool1d(input, self.output_size, self.return_indices)


class AdaptiveMaxPool2d(_AdaptiveMax):
    """The largest elements of as many windows as the output is to have; None keeps a size."""

    def forward(self, input: Tensor) -> Tensor:
        """(n, c, h, w) to (n, c, *output_size)."""
        return functional.adaptive_max_pool2d(input, self.output_size, self.return_indices)


def _single(value: Any) -> tuple[int, ...]:
    return (value,) if isinstance(value, int) else tuple(value)
