"""Activations that limit, cut off or shrink their input, as modules."""

from ..._tensor import Tensor
from .. import functional
from .activation import InPlace
from .module import Module

__all__ = [
    'Hardshrink',
    'Hardsigmoid',
    'Hardswish',
    'Hardtanh',
    'ReLU6',
    'Softshrink',
    'Tanhshrink',
    'Threshold',
]

_OFFERED_BY = 'torch.nn.modules'


class Hardtanh(InPlace):
    """x kept between min_val and max_val.

    Raises:
        AssertionError: unless `max_val` is above `min_val`.
    """

    __module__ = 'torch.nn.modules.activation'
    _shown = ('min_val', 'max_val')

    def __init__(self, min_val: float = -1.0, max_val: float = 1.0, inplace: bool = False) -> None:
        super().__init__(inplace)
        self.min_val = min_val
        self.max_val = max_val
        if not max_val > min_val:
            raise AssertionError

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.hardtanh(input, self.min_val, self.max_val, self.inplace)


class ReLU6(Hardtanh):
    """x kept between 0 and 6."""

    __module__ = 'torch.nn.modules.activation'
    _shown = ()

    def __init__(self, inplace: bool = False) -> None:
        super().__init__(0.0, 6.0, inplace)


class Hardsigmoid(InPlace):
    """x / 6 + 1/2, kept between 0 and 1."""

    __module__ = 'torch.nn.modules.activation'

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.hardsigmoid(input, self.inplace)

    def extra_repr(self) -> str:
        return ''


class Hardswish(InPlace):
    """x times its Hardsigmoid."""

    __module__ = 'torch.nn.modules.activation'

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.hardswish(input, self.inplace)

    def extra_repr(self) -> str:
        return ''


class Threshold(InPlace):
    """x above the threshold, `value` elsewhere."""

    __module__ = 'torch.nn.modules.activation'
    _shown = ('threshold', 'value')

    def __init__(self, threshold: float, value: float, inplace: bool = False) -> None:
        super().__init__(inplace)
        self.threshold = threshold
        self.value = value

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.threshold(input, self.threshold, self.value, self.inplace)


class _Shrink(Module):
    __module__ = 'torch.nn.modules.activation'

    def __init__(self, lambd: float = 0.5) -> None:
        super().__init__()
        self.lambd = lambd

    def extra_repr(self) -> str:
        return str(self.lambd)


class Hardshrink(_Shrink):
    """0 between -lambd and lambd, x elsewhere."""

    __module__ = 'torch.nn.modules.activation'

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.hardshrink(input, self.lambd)


class Softshrink(_Shrink):
    """x moved by lambd towards 0, which it does not pass."""

    __module__ = 'torch.nn.modules.activation'

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.softshrink(input, self.lambd)


class Tanhshrink(Module):
    """x - tanh(x)."""

    __module__ = 'torch.nn.modules.activation'

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.tanhshrink(input)
