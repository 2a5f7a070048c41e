"""Convolution and pooling over images."""

import math
from typing import Any

from ... import _operations
from .. import functional, init
from ..parameter import Parameter, UninitializedParameter
from .module import Module


def _pair(value: Any) -> tuple[int, int]:
    return (value, value) if isinstance(value, int) else (value[0], value[1])


class Conv2d(Module):
    """Cross-correlation of images with learned kernels.

    Args:
        in_channels: channels of the input.
        out_channels: channels of the output, one kernel each.
        kernel_size: of each kernel: a number or (height, width); so are the next three.
        stride: distance between windows.
        padding: zeros added at each side.
        dilation: distance between the elements of a window.
        groups: parts that the channels are divided into.
        bias: whether one number is added to each output channel.
    """

    __module__ = 'torch.nn.modules.conv'

    weight: Any
    bias: Any

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: Any,
        stride: Any = 1,
        padding: Any = 0,
        dilation: Any = 1,
        groups: int = 1,
        bias: bool = True,
        padding_mode: str = 'zeros',
        device: Any = None,
        dtype: Any = None,
    ) -> None:
        super().__init__()
        if padding_mode != 'zeros':
            raise NotImplementedError(f'D2L Exercises does not support Conv2d(padding_mode={padding_mode!r})')
        if in_channels % groups:
            raise ValueError('in_channels must be divisible by groups')
        if out_channels % groups:
            raise ValueError('out_channels must be divisible by groups')
        self.in_channels = in_channels
        self.out_channels = out_channels
        self.kernel_size = _pair(kernel_size)
        self.stride = _pair(stride)
        self.padding = self._same() if padding == 'same' else (0, 0) if padding == 'valid' else _pair(padding)
        self.dilation = _pair(dilation)
        self.groups = groups
        self._create(in_channels, bias, dtype)
        self.reset_parameters()

    def _same(self) -> tuple[int, int]:
        if any(size % 2 == 0 for size in self.kernel_size):
            raise NotImplementedError("D2L Exercises supports padding='same' for odd kernels only")
        return self.kernel_size[0] // 2, self.kernel_size[1] // 2

    def _create(self, in_channels: int, bias: bool, dtype: Any) -> None:
        shape = (self.out_channels, in_channels // self.groups, *self.kernel_size)
        self.weight = Parameter(_operations.zeros(shape, dtype=dtype))
        if bias:
            self.bias = Parameter(_operations.zeros(self.out_channels, dtype=dtype))
        else:
            self.register_parameter('bias', None)

    def reset_parameters(self) -> None:
        """Draws new initial values."""
        if self.weight.numel() == 0:
            return
        init.kaiming_uniform_(self.weight, a=math.sqrt(5))
        if self.bias is not None:
            bound = 1 / math.sqrt(math.prod(self.weight.shape[1:]))
            init.uniform_(self.bias, -bound, bound)

    def forward(self, input: Any) -> Any:
        """(n, in_channels, h, w) to (n, out_channels, h', w')."""
        return functional.conv2d(
            input, self.weight, self.bias, self.stride, self.padding, self.dilation, self.groups
        )

    def extra_repr(self) -> str:
        text = (
            f'{self.in_channels}, {self.out_channels}, kernel_size={self.kernel_size}, stride={self.stride}'
        )
        if self.padding != (0, 0):
            text += f', padding={self.padding}'
        if self.dilation != (1, 1):
            text += f', dilation={self.dilation}'
        if self.groups != 1:
            text += f', groups={self.groups}'
        return text if self.bias is not None else f'{text}, bias=False'


class LazyConv2d(Conv2d):
    """A Conv2d that learns its in_channels from the first input; it is a Conv2d from then on."""

    __module__ = 'torch.nn.modules.conv'

    def __init__(
        self,
        out_channels: int,
        kernel_size: Any,
        stride: Any = 1,
        padding: Any = 0,
        dilation: Any = 1,
        groups: int = 1,
        bias: bool = True,
        padding_mode: str = 'zeros',
        device: Any = None,
        dtype: Any = None,
    ) -> None:
        super().__init__(0, 0, kernel_size, stride, padding, dilation, 1, False, padding_mode, device, dtype)
        self.groups = groups
        self.out_channels = out_channels
        self.weight = UninitializedParameter()
        if bias:
            self.bias = UninitializedParameter()

    def has_uninitialized_params(self) -> bool:
        """Whether the first input is still to come."""
        return isinstance(self.weight, UninitializedParameter)

    def reset_parameters(self) -> None:
        if self.in_channels != 0:
            super().reset_parameters()

    def initialize_parameters(self, input: Any) -> None:
        """Takes the shape of the weight from an input."""
        if self.has_uninitialized_params():
            self.in_channels = input.shape[-3]
            shape = (self.out_channels, self.in_channels // self.groups, *self.kernel_size)
            self.weight.materialize(shape)
            if self.bias is not None:
                self.bias.materialize((self.out_channels,))
            self.reset_parameters()
        elif self.in_channels == 0:
            self.in_channels = input.shape[-3]

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.initialize_parameters(*args, **kwargs)
        self.__class__ = Conv2d  # type: ignore[assignment]
        return self(*args, **kwargs)


class MaxPool2d(Module):
    """The largest element of each window."""

    __module__ = 'torch.nn.modules.pooling'

    def __init__(
        self,
        kernel_size: Any,
        stride: Any = None,
        padding: Any = 0,
        dilation: Any = 1,
        return_indices: bool = False,
        ceil_mode: bool = False,
    ) -> None:
        super().__init__()
        if return_indices:
            raise NotImplementedError('D2L Exercises does not support MaxPool2d(return_indices=True)')
        self.kernel_size = kernel_size
        self.stride = kernel_size if stride is None else stride
        self.padding = padding
        self.dilation = dilation
        self.ceil_mode = ceil_mode

    def forward(self, input: Any) -> Any:
        """(n, c, h, w) to (n, c, h', w')."""
        return functional.max_pool2d(
            input, self.kernel_size, self.stride, self.padding, self.dilation, self.ceil_mode
        )

    def extra_repr(self) -> str:
        return (
            f'kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}, '
            f'dilation={self.dilation}, ceil_mode={self.ceil_mode}'
        )


class AvgPool2d(Module):
    """The mean of each window."""

    __module__ = 'torch.nn.modules.pooling'

    def __init__(
        self, kernel_size: Any, stride: Any = None, padding: Any = 0, ceil_mode: bool = False
    ) -> None:
        super().__init__()
        self.kernel_size = kernel_size
        self.stride = kernel_size if stride is None else stride
        self.padding = padding
        self.ceil_mode = ceil_mode

    def forward(self, input: Any) -> Any:
        """(n, c, h, w) to (n, c, h', w')."""
        return functional.avg_pool2d(input, self.kernel_size, self.stride, self.padding, self.ceil_mode)

    def extra_repr(self) -> str:
        return f'kernel_size={self.kernel_size}, stride={self.stride}, padding={self.padding}'
