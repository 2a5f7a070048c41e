"""Windows as columns, channels as pixels, other sizes of images, normalization across channels."""

from collections.abc import Sequence
from typing import Any

from ..._tensor import Tensor
from .. import _rearranging, functional
from .module import Module

__all__ = [
    'ChannelShuffle',
    'Fold',
    'LocalResponseNorm',
    'PixelShuffle',
    'PixelUnshuffle',
    'Unfold',
    'Upsample',
    'UpsamplingBilinear2d',
    'UpsamplingNearest2d',
]

_OFFERED_LATE_BY = 'torch.nn'


class Unfold(Module):
    """The windows of images as columns."""

    def __init__(
        self,
        kernel_size: int | Sequence[int],
        dilation: int | Sequence[int] = 1,
        padding: int | Sequence[int] = 0,
        stride: int | Sequence[int] = 1,
    ) -> None:
        super().__init__()
        self.kernel_size = kernel_size
        self.dilation = dilation
        self.padding = padding
        self.stride = stride

    def forward(self, input: Tensor) -> Tensor:
        """(n, c, h, w) to (n, c kh kw, windows)."""
        return functional.unfold(input, self.kernel_size, self.dilation, self.padding, self.stride)

    def extra_repr(self) -> str:
        return (
            f'kernel_size={self.kernel_size}, dilation={self.dilation}, padding={self.padding}, '
            f'stride={self.stride}'
        )


class Fold(Unfold):
    """The sum of windows, each put back into its place."""

    def __init__(
        self,
        output_size: int | Sequence[int],
        kernel_size: int | Sequence[int],
        dilation: int | Sequence[int] = 1,
        padding: int | Sequence[int] = 0,
        stride: int | Sequence[int] = 1,
    ) -> None:
        super().__init__(kernel_size, dilation, padding, stride)
        self.output_size = output_size

    def forward(self, input: Tensor) -> Tensor:
        """(n, c kh kw, windows) to (n, c, *output_size)."""
        options = (self.kernel_size, self.dilation, self.padding, self.stride)
        return _rearranging.fold(input, self.output_size, *options)

    def extra_repr(self) -> str:
        return f'output_size={self.output_size}, {super().extra_repr()}'


class PixelShuffle(Module):
    """Makes r x r pixels of r² channels."""

    def __init__(self, upscale_factor: int) -> None:
        super().__init__()
        self.upscale_factor = upscale_factor

    def forward(self, input: Tensor) -> Tensor:
        """(n, c r², h, w) to (n, c, h r, w r)."""
        return _rearranging.pixel_shuffle(input, self.upscale_factor)

    def extra_repr(self) -> str:
        return f'upscale_factor={self.upscale_factor}'


class PixelUnshuffle(Module):
    """Makes r² channels of r x r pixels."""

    def __init__(self, downscale_factor: int) -> None:
        super().__init__()
        self.downscale_factor = downscale_factor

    def forward(self, input: Tensor) -> Tensor:
        """(n, c, h r, w r) to (n, c r², h, w)."""
        return _rearranging.pixel_unshuffle(input, self.downscale_factor)

    def extra_repr(self) -> str:
        return f'downscale_factor={self.downscale_factor}'


class ChannelShuffle(Module):
    """Takes the channels of each group in turn."""

    def __init__(self, groups: int) -> None:
        super().__init__()
        self.groups = groups

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return _rearranging.channel_shuffle(input, self.groups)

    def extra_repr(self) -> str:
        return f'groups={self.groups}'


class LocalResponseNorm(Module):
    """Divides by the size of neighbouring channels (Krizhevsky et al., 2012)."""

    def __init__(self, size: int, alpha: float = 1e-4, beta: float = 0.75, k: float = 1.0) -> None:
        super().__init__()
        self.size = size
        self.alpha = alpha
        self.beta = beta
        self.k = k

    def forward(self, input: Tensor) -> Tensor:
        """(n, c, …), the same shape."""
        return _rearranging.local_response_norm(input, self.size, self.alpha, self.beta, self.k)

    def extra_repr(self) -> str:
        return f'{self.size}, alpha={self.alpha}, beta={self.beta}, k={self.k}'


class Upsample(Module):
    """Sequences or images of another size."""

    def __init__(
        self,
        size: int | Sequence[int] | None = None,
        scale_factor: float | Sequence[float] | None = None,
        mode: str = 'nearest',
        align_corners: bool | None = None,
        recompute_scale_factor: bool | None = None,
    ) -> None:
        super().__init__()
        self.size = size
        given: Any = scale_factor
        several = isinstance(given, tuple)
        self.scale_factor = tuple(map(float, given)) if several else given and float(given)
        self.mode = mode
        self.align_corners = align_corners
        self.recompute_scale_factor = recompute_scale_factor

    def forward(self, input: Tensor) -> Tensor:
        """(n, c, …) with another size of what follows."""
        return functional.interpolate(
            input,
            self.size,
            self.scale_factor,
            self.mode,
            self.align_corners,
            self.recompute_scale_factor,
        )

    def extra_repr(self) -> str:
        given = 'size' if self.scale_factor is None else 'scale_factor'
        return f'{given}={getattr(self, given)}, mode={self.mode!r}'


class UpsamplingNearest2d(Upsample):
    """Images of another size, by the nearest pixel."""

    def __init__(
        self, size: int | Sequence[int] | None = None, scale_factor: float | Sequence[float] | None = None
    ) -> None:
        super().__init__(size, scale_factor, mode='nearest')


class UpsamplingBilinear2d(Upsample):
    """Images of another size, between pixels whose corners are aligned."""

    def __init__(
        self, size: int | Sequence[int] | None = None, scale_factor: float | Sequence[float] | None = None
    ) -> None:
        super().__init__(size, scale_factor, mode='bilinear', align_corners=True)
