"""Transposed convolution of sequences and volumes, and such layers that learn their channels."""

from collections.abc import Sequence
from typing import Any

from ..._tensor import Tensor
from .. import _volumes
from .conv import ConvTranspose2d, _LazyConv

__all__ = [
    'ConvTranspose1d',
    'ConvTranspose3d',
    'LazyConvTranspose1d',
    'LazyConvTranspose2d',
    'LazyConvTranspose3d',
]

_OFFERED_LATE_BY = 'torch.nn'


class ConvTranspose1d(ConvTranspose2d):
    """The transposed cross-correlation of sequences: each element spreads a kernel over the output."""

    _spatial = 1

    def forward(self, input: Tensor, output_size: Sequence[int] | None = None) -> Tensor:
        """(n, in_channels, l) to (n, out_channels, l'), or to l' as `output_size` says."""
        options = self._options(input, output_size)
        return _volumes.conv_transpose1d(input, self.weight, self.bias, *options)


class ConvTranspose3d(ConvTranspose2d):
    """The transposed cross-correlation of volumes: each element spreads a kernel over the output."""

    _spatial = 3

    def forward(self, input: Tensor, output_size: Sequence[int] | None = None) -> Tensor:
        """(n, in_channels, d, h, w) to (n, out_channels, d', h', w'), or as `output_size` says."""
        options = self._options(input, output_size)
        return _volumes.conv_transpose3d(input, self.weight, self.bias, *options)


class _LazyTransposed(_LazyConv):
    _OPTIONS = ('stride', 'padding', 'output_padding', 'groups', 'bias', 'dilation', 'padding_mode')

    def __init__(
        self, out_channels: int, kernel_size: int | Sequence[int], *args: Any, **kwargs: Any
    ) -> None:
        named = dict(zip(self._OPTIONS, args, strict=False))
        super().__init__(out_channels, kernel_size, **named, **kwargs)


class LazyConvTranspose1d(_LazyTransposed, ConvTranspose1d):
    """A ConvTranspose1d that learns its in_channels from the first input."""

    cls_to_become = ConvTranspose1d


class LazyConvTranspose2d(_LazyTransposed, ConvTranspose2d):
    """A ConvTranspose2d that learns its in_channels from the first input."""

    cls_to_become = ConvTranspose2d


class LazyConvTranspose3d(_LazyTransposed, ConvTranspose3d):
    """A ConvTranspose3d that learns its in_channels from the first input."""

    cls_to_become = ConvTranspose3d
