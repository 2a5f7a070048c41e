"""Convolution over sequences and images."""

import math
from collections.abc import Sequence
from typing import Any

from ... import _operations
from ..._dtypes import Device, dtype
from ..._tensor import Tensor
from .. import functional, init
from .._windows import several
from ..parameter import Parameter
from .lazy import Lazy, uninitialized
from .module import Module

__all__ = ['Conv1d', 'Conv2d', 'ConvTranspose2d', 'LazyConv1d', 'LazyConv2d']

_OFFERED_BY = 'torch.nn.modules'


class _ConvNd(Module):
    """What convolutions share: a weight (out, in / groups, *kernel), a bias (out), their arguments.

    Args:
        in_channels: channels of the input.
        out_channels: channels of the output, one kernel each.
        kernel_size: of each kernel: a number or one for each dimension; so are the next three.
        stride: distance between windows.
        padding: elements added at each side; `'same'` keeps the size, `'valid'` adds none.
        dilation: distance between the elements of a window.
        groups: parts that the channels are divided into.
        bias: whether one number is added to each output channel.
        padding_mode: what is added: `zeros`, `reflect`, `replicate` or `circular`.
    """

    _spatial = 2
    _transposed = False

    weight: Any
    bias: Any
    padding: Any

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int | Sequence[int],
        stride: int | Sequence[int] = 1,
        padding: int | str | Sequence[int] = 0,
        dilation: int | Sequence[int] = 1,
        groups: int = 1,
        bias: bool = True,
        padding_mode: str = 'zeros',
        device: Device = None,
        dtype: dtype | None = None,
    ) -> None:
        super().__init__()
        count = self._spatial
        self.in_channels = in_channels
        self.out_channels = out_channels
        self.kernel_size = several(kernel_size, count)
        self.stride = several(stride, count)
        self.padding = padding if isinstance(padding, str) else several(padding, count)
        self.dilation = several(dilation, count)
        self.output_padding = (0,) * count
        self.groups = groups
        self.padding_mode = padding_mode
        self._check()
        self.weight = Parameter(_operations.zeros(self._weight_shape(), device=device, dtype=dtype))
        if bias:
            self.bias = Parameter(_operations.zeros(out_channels, device=device, dtype=dtype))
        else:
            self.register_parameter('bias', None)
        self.reset_parameters()

    def _check(self) -> None:
        if self.groups <= 0:
            raise ValueError('groups must be a positive integer')
        if self.in_channels % self.groups:
            raise ValueError('in_channels must be divisible by groups')
        if self.out_channels % self.groups:
            raise ValueError('out_channels must be divisible by groups')
        if isinstance(self.padding, str):
            if self.padding not in ('same', 'valid'):
                raise ValueError(
                    f"Invalid padding string {self.padding!r}, should be one of {{'same', 'valid'}}"
                )
            if self.padding == 'same' and any(step != 1 for step in self.stride):
                raise ValueError("padding='same' is not supported for strided convolutions")
        modes = {'zeros', 'reflect', 'replicate', 'circular'}
        if self.padding_mode not in modes:
            raise ValueError(
                "padding_mode must be one of {'circular', 'reflect', 'replicate', 'zeros'}, but got "
                f"padding_mode='{self.padding_mode}'"
            )

    def _weight_shape(self) -> tuple[int, ...]:
        if self._transposed:
            return (self.in_channels, self.out_channels // self.groups, *self.kernel_size)
        return (self.out_channels, self.in_channels // self.groups, *self.kernel_size)

    def reset_parameters(self) -> None:
        """Draws new initial values."""
        if self.weight.numel() == 0:
            return
        init.kaiming_uniform_(self.weight, a=math.sqrt(5))
        if self.bias is not None:
            bound = 1 / math.sqrt(math.prod(self.weight.shape[1:]))
            init.uniform_(self.bias, -bound, bound)

    def _convolve(self, convolve: Any, input: Tensor) -> Any:
        padding = self.padding
        if self.padding_mode != 'zeros':
            sides = functional.padding_sides(padding, self.kernel_size, self.dilation)
            input = functional.pad(input, sides, self.padding_mode)
            padding = (0,) * self._spatial
        return convolve(input, self.weight, self.bias, self.stride, padding, self.dilation, self.groups)

    def extra_repr(self) -> str:
        none = (0,) * self._spatial
        text = (
            f'{self.in_channels}, {self.out_channels}, kernel_size={self.kernel_size}, stride={self.stride}'
        )
        if self.padding != none:
            text += f', padding={self.padding}'
        if self.dilation != (1,) * self._spatial:
            text += f', dilation={self.dilation}'
        if self.output_padding != none:
            text += f', output_padding={self.output_padding}'
        if self.groups != 1:
            text += f', groups={self.groups}'
        if self.bias is None:
            text += ', bias=False'
        return text if self.padding_mode == 'zeros' else f'{text}, padding_mode={self.padding_mode}'


class Conv1d(_ConvNd):
    """Cross-correlation of sequences with learned kernels."""

    _spatial = 1

    def forward(self, input: Tensor) -> Tensor:
        """(n, in_channels, l) to (n, out_channels, l')."""
        return self._convolve(functional.conv1d, input)


class Conv2d(_ConvNd):
    """Cross-correlation of images with learned kernels."""

    def forward(self, input: Tensor) -> Tensor:
        """(n, in_channels, h, w) to (n, out_channels, h', w')."""
        return self._convolve(functional.conv2d, input)


class ConvTranspose2d(_ConvNd):
    """The transposed cross-correlation of images: each element spreads a kernel over the output.

    Raises:
        ValueError: for a `padding_mode` other than `zeros`.
    """

    _transposed = True

    def __init__(
        self,
        in_channels: int,
        out_channels: int,
        kernel_size: int | Sequence[int],
        stride: int | Sequence[int] = 1,
        padding: int | Sequence[int] = 0,
        output_padding: int | Sequence[int] = 0,
        groups: int = 1,
        bias: bool = True,
        dilation: int | Sequence[int] = 1,
        padding_mode: str = 'zeros',
        device: Device = None,
        dtype: dtype | None = None,
    ) -> None:
        if padding_mode != 'zeros':
            raise ValueError(f'Only "zeros" padding mode is supported for {type(self).__name__}')
        super().__init__(
            in_channels,
            out_channels,
            kernel_size,
            stride,
            padding,
            dilation,
            groups,
            bias,
            padding_mode,
            device,
            dtype,
        )
        self.output_padding = several(output_padding, self._spatial)

    def _options(self, input: Tensor, output_size: Sequence[int] | None) -> tuple[Any, ...]:
        extra = self.output_padding if output_size is None else self._padding_for(input, list(output_size))
        return self.stride, self.padding, extra, self.groups, self.dilation

    def _padding_for(self, input: Tensor, size: list[int]) -> tuple[int, ...]:
        """The `output_padding` by which the output has a size.

        Raises:
            ValueError: for a size of other dimensions, or that no `output_padding` leads to.
        """
        count = self._spatial
        leading = input.dim() - count
        if len(size) == leading + count:
            size = size[leading:]
        if len(size) != count:
            raise ValueError(
                f'ConvTranspose{count}D: for {input.dim()}D input, output_size must have {count} or '
                f'{leading + count} elements (got {len(size)})'
            )
        smallest = [
            (have - 1) * step - 2 * edge + gap * (kernel - 1) + 1
            for have, step, edge, gap, kernel in zip(
                input.shape[leading:], self.stride, self.padding, self.dilation, self.kernel_size, strict=True
            )
        ]
        largest = [least + step - 1 for least, step in zip(smallest, self.stride, strict=True)]
        if not all(a <= wanted <= b for a, wanted, b in zip(smallest, size, largest, strict=True)):
            raise ValueError(
                f'requested an output size of {tuple(size)}, but valid sizes range from {smallest} to '
                f'{largest} '
                f'(for an input of {input.shape[2:]})'
            )
        return tuple(wanted - least for wanted, least in zip(size, smallest, strict=True))

    def forward(self, input: Tensor, output_size: Sequence[int] | None = None) -> Tensor:
        """(n, in_channels, h, w) to (n, out_channels, h', w'), or to (h', w') as `output_size` says."""
        return functional.conv_transpose2d(input, self.weight, self.bias, *self._options(input, output_size))


class _LazyConv(Lazy, _ConvNd):
    """A convolution that learns its in_channels from the first input."""

    def __init__(
        self, out_channels: int, kernel_size: int | Sequence[int], *args: Any, **kwargs: Any
    ) -> None:
        names = ('stride', 'padding', 'dilation', 'groups', 'bias', 'padding_mode', 'device', 'dtype')
        options: dict[str, Any] = {**dict(zip(names, args, strict=False)), **kwargs}
        biased = options.pop('bias', True)
        groups = options.pop('groups', 1)
        super().__init__(0, 0, kernel_size, bias=False, **options)
        self.groups = groups
        self.out_channels = out_channels
        self.weight = uninitialized(options)
        if biased:
            self.bias = uninitialized(options)

    def initialize_parameters(self, input: Tensor) -> None:
        """Takes the shape of the weight from an input."""
        if self.has_uninitialized_params():
            self.in_channels = self._channels_of(input)
            self._check()
            self.weight.materialize(self._weight_shape())
            if self.bias is not None:
                self.bias.materialize((self.out_channels,))
            self.reset_parameters()
        elif self.in_channels == 0:
            self.in_channels = self._channels_of(input)

    def _channels_of(self, input: Tensor) -> int:
        alone = self._spatial + 1
        if input.dim() not in (alone, alone + 1):
            raise RuntimeError(
                f'Expected {alone}D (unbatched) or {alone + 1}D (batched) input to {type(self).__name__}, '
                f'but got input of size: {input.shape}'
            )
        return input.shape[-alone]


class LazyConv1d(_LazyConv, Conv1d):
    """A Conv1d that learns its in_channels from the first input; it is a Conv1d from then on."""

    cls_to_become = Conv1d


class LazyConv2d(_LazyConv, Conv2d):
    """A Conv2d that learns its in_channels from the first input; it is a Conv2d from then on."""

    cls_to_become = Conv2d
