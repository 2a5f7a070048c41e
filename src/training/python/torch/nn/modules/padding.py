"""Padding: elements added at the sides."""

from collections.abc import Sequence

from ..._tensor import Tensor
from .. import functional
from .module import Module

__all__ = [
    'ConstantPad1d',
    'ConstantPad2d',
    'ConstantPad3d',
    'ReflectionPad1d',
    'ReflectionPad2d',
    'ReplicationPad1d',
    'ReplicationPad2d',
    'ZeroPad1d',
    'ZeroPad2d',
]

_OFFERED_BY = 'torch.nn.modules'


class _Pad(Module):
    """Adds elements at the sides.

    Args:
        padding: as many at every side, or a number for each: left, right, top, bottom, front, back.
    """

    _sides = 4
    _mode = 'constant'

    def __init__(self, padding: int | Sequence[int]) -> None:
        super().__init__()
        self.padding = (padding,) * self._sides if isinstance(padding, int) else tuple(padding)

    def forward(self, input: Tensor) -> Tensor:
        """The last dimensions grow by the padding."""
        return functional.pad(input, self.padding, self._mode)

    def extra_repr(self) -> str:
        return f'{self.padding}'


class _ConstantPad(_Pad):
    def __init__(self, padding: int | Sequence[int], value: float) -> None:
        super().__init__(padding)
        self.value = value

    def forward(self, input: Tensor) -> Tensor:
        """The last dimensions grow by the padding."""
        return functional.pad(input, self.padding, 'constant', self.value)

    def extra_repr(self) -> str:
        return f'padding={self.padding}, value={self.value}'


class ConstantPad1d(_ConstantPad):
    """One value at both ends."""

    _sides = 2


class ConstantPad2d(_ConstantPad):
    """One value at the four sides."""


class ConstantPad3d(_ConstantPad):
    """One value at the six sides of volumes (n, c, d, h, w) or (c, d, h, w)."""

    _sides = 6


class ZeroPad1d(ConstantPad1d):
    """Zeros at both ends."""

    def __init__(self, padding: int | Sequence[int]) -> None:
        super().__init__(padding, 0.0)

    def extra_repr(self) -> str:
        return f'{self.padding}'


class ZeroPad2d(ConstantPad2d):
    """Zeros at the four sides."""

    def __init__(self, padding: int | Sequence[int]) -> None:
        super().__init__(padding, 0.0)

    def extra_repr(self) -> str:
        return f'{self.padding}'


class ReflectionPad1d(_Pad):
    """The elements beside the ends, mirrored."""

    _sides = 2
    _mode = 'reflect'


class ReflectionPad2d(_Pad):
    """The elements beside the sides, mirrored."""

    _mode = 'reflect'


class ReplicationPad1d(_Pad):
    """The elements at the ends, repeated."""

    _sides = 2
    _mode = 'replicate'


class ReplicationPad2d(_Pad):
    """The elements at the sides, repeated."""

    _mode = 'replicate'
