"""Further activations: piecewise linear ones, smooth ones, and those over a dimension."""

from typing import Any

from .. import functional
from .activation import AlongDim, InPlace
from .module import Module

__all__ = [
    'CELU',
    'GLU',
    'SELU',
    'Hardshrink',
    'Hardsigmoid',
    'Hardswish',
    'Hardtanh',
    'Mish',
    'ReLU6',
    'Softmax2d',
    'Softmin',
    'Softshrink',
    'Softsign',
    'Tanhshrink',
    'Threshold',
]


class Hardtanh(InPlace):
    """x kept between min_val and max_val."""

    __module__ = 'torch.nn.modules.activation'
    _shown = ('min_val', 'max_val')

    def __init__(self, min_val: float = -1.0, max_val: float = 1.0, inplace: bool = False) -> None:
        super().__init__(inplace)
        self.min_val = min_val
        self.max_val = max_val
        if not max_val > min_val:
            raise AssertionError

    def forward(self, input: Any) -> Any:
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

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.hardsigmoid(input, self.inplace)

    def extra_repr(self) -> str:
        return ''


class Hardswish(InPlace):
    """x times its Hardsigmoid."""

    __module__ = 'torch.nn.modules.activation'

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.hardswish(input, self.inplace)

    def extra_repr(self) -> str:
        return ''


class SELU(InPlace):
    """A scaled ELU that keeps mean and variance (Klambauer et al., 2017)."""

    __module__ = 'torch.nn.modules.activation'

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.selu(input, self.inplace)


class Mish(InPlace):
    """x tanh(softplus(x))."""

    __module__ = 'torch.nn.modules.activation'

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.mish(input, self.inplace)


class CELU(InPlace):
    """max(0, x) + min(0, alpha (exp(x / alpha) - 1))."""

    __module__ = 'torch.nn.modules.activation'
    _shown = ('alpha',)

    def __init__(self, alpha: float = 1.0, inplace: bool = False) -> None:
        super().__init__(inplace)
        self.alpha = alpha

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.celu(input, self.alpha, self.inplace)


class Threshold(InPlace):
    """x above the threshold, `value` elsewhere."""

    __module__ = 'torch.nn.modules.activation'
    _shown = ('threshold', 'value')

    def __init__(self, threshold: float, value: float, inplace: bool = False) -> None:
        super().__init__(inplace)
        self.threshold = threshold
        self.value = value

    def forward(self, input: Any) -> Any:
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

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.hardshrink(input, self.lambd)


class Softshrink(_Shrink):
    """x moved by lambd towards 0, which it does not pass."""

    __module__ = 'torch.nn.modules.activation'

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.softshrink(input, self.lambd)


class Tanhshrink(Module):
    """x - tanh(x)."""

    __module__ = 'torch.nn.modules.activation'

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.tanhshrink(input)


class Softsign(Module):
    """x / (1 + |x|)."""

    __module__ = 'torch.nn.modules.activation'

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.softsign(input)


class GLU(AlongDim):
    """The first half of a dimension times the sigmoid of the second."""

    __module__ = 'torch.nn.modules.activation'

    def __init__(self, dim: int = -1) -> None:
        super().__init__(dim)

    def forward(self, input: Any) -> Any:
        """The dimension is halved."""
        return functional.glu(input, self.dim)


class Softmin(AlongDim):
    """The softmax of -x along a dimension."""

    __module__ = 'torch.nn.modules.activation'

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.softmin(input, self.dim)


class Softmax2d(Module):
    """The softmax over the channels of images (n, c, h, w) or (c, h, w)."""

    __module__ = 'torch.nn.modules.activation'

    def forward(self, input: Any) -> Any:
        """The same shape."""
        if input.dim() not in (3, 4):
            raise ValueError(f'Softmax2d: expected input to be 3D or 4D, got {input.dim()}D instead')
        return functional.softmax(input, -3)
