"""Padding that goes on at the other end, and the padding of volumes."""

from collections.abc import Sequence

from ..._tensor import Tensor
from .padding import ConstantPad3d, _Pad

__all__ = [
    'CircularPad1d',
    'CircularPad2d',
    'CircularPad3d',
    'ReflectionPad3d',
    'ReplicationPad3d',
    'ZeroPad3d',
]

_OFFERED_LATE_BY = 'torch.nn'


class _CircularPad(_Pad):
    __module__ = 'torch.nn.modules.padding'
    _mode = 'circular'

    def forward(self, input: Tensor) -> Tensor:
        """The last dimensions grow by the padding.

        Raises:
            ValueError: for an input of other dimensions.
        """
        rank = self._sides // 2 + 1
        if input.dim() not in (rank, rank + 1):
            raise ValueError(f'expected {rank}D or {rank + 1}D input (got {input.dim()}D input)')
        return super().forward(input)


class CircularPad1d(_CircularPad):
    """What lies at the other end of a sequence."""

    __module__ = 'torch.nn.modules.padding'
    _sides = 2


class CircularPad2d(_CircularPad):
    """What lies at the other sides of an image."""

    __module__ = 'torch.nn.modules.padding'


class CircularPad3d(_CircularPad):
    """What lies at the other sides of a volume."""

    __module__ = 'torch.nn.modules.padding'
    _sides = 6


class ReflectionPad3d(_Pad):
    """The elements beside the sides of volumes (n, c, d, h, w) or (c, d, h, w), mirrored."""

    __module__ = 'torch.nn.modules.padding'
    _sides = 6
    _mode = 'reflect'


class ReplicationPad3d(_Pad):
    """The elements at the sides of volumes (n, c, d, h, w) or (c, d, h, w), repeated."""

    __module__ = 'torch.nn.modules.padding'
    _sides = 6
    _mode = 'replicate'


class ZeroPad3d(ConstantPad3d):
    """Zeros at the six sides of volumes."""

    __module__ = 'torch.nn.modules.padding'

    def __init__(self, padding: int | Sequence[int]) -> None:
        super().__init__(padding, 0.0)

    def extra_repr(self) -> str:
        return f'{self.padding}'
