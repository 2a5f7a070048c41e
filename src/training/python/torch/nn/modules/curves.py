"""Further activations as modules."""

from typing import Any

from .. import functional
from .module import Module


class _Curve(Module):
    """Applies the function of the same name in small letters to every element."""

    FUNCTION = ''

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return getattr(functional, self.FUNCTION)(input)


class _InPlaceCurve(_Curve):
    def __init__(self, inplace: bool = False) -> None:
        super().__init__()
        self.inplace = inplace

    def extra_repr(self) -> str:
        return 'inplace=True' if self.inplace else ''


class Softsign(_Curve):
    """x / (1 + |x|)."""

    __module__ = 'torch.nn.modules.activation'
    FUNCTION = 'softsign'


class Tanhshrink(_Curve):
    """x - tanh(x)."""

    __module__ = 'torch.nn.modules.activation'
    FUNCTION = 'tanhshrink'


class SELU(_InPlaceCurve):
    """An ELU scaled so that mean 0 and variance 1 are kept."""

    __module__ = 'torch.nn.modules.activation'
    FUNCTION = 'selu'


class Mish(_InPlaceCurve):
    """x tanh(softplus(x))."""

    __module__ = 'torch.nn.modules.activation'
    FUNCTION = 'mish'


class Hardsigmoid(_InPlaceCurve):
    """x / 6 + 1 / 2 kept between 0 and 1."""

    __module__ = 'torch.nn.modules.activation'
    FUNCTION = 'hardsigmoid'

    def extra_repr(self) -> str:
        return ''


class Hardswish(Hardsigmoid):
    """x times its Hardsigmoid."""

    __module__ = 'torch.nn.modules.activation'
    FUNCTION = 'hardswish'


class Hardtanh(Module):
    """x kept between min_val and max_val."""

    __module__ = 'torch.nn.modules.activation'

    def __init__(self, min_val: float = -1.0, max_val: float = 1.0, inplace: bool = False) -> None:
        super().__init__()
        self.min_val = min_val
        self.max_val = max_val
        self.inplace = inplace

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.hardtanh(input, self.min_val, self.max_val)

    def extra_repr(self) -> str:
        return f'min_val={self.min_val}, max_val={self.max_val}' + (', inplace=True' if self.inplace else '')


class ReLU6(Hardtanh):
    """x kept between 0 and 6."""

    __module__ = 'torch.nn.modules.activation'

    def __init__(self, inplace: bool = False) -> None:
        super().__init__(0.0, 6.0, inplace)

    def extra_repr(self) -> str:
        return 'inplace=True' if self.inplace else ''


class Threshold(Module):
    """x above the threshold, `value` elsewhere."""

    __module__ = 'torch.nn.modules.activation'

    def __init__(self, threshold: float, value: float, inplace: bool = False) -> None:
        super().__init__()
        self.threshold = threshold
        self.value = value
        self.inplace = inplace

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.threshold(input, self.threshold, self.value)

    def extra_repr(self) -> str:
        return f'threshold={self.threshold}, value={self.value}' + (', inplace=True' if self.inplace else '')


class _AdaptivePool(Module):
    FUNCTION = ''

    def __init__(self, output_size: Any) -> None:
        super().__init__()
        self.output_size = output_size

    def forward(self, input: Any) -> Any:
        """(n, c, h, w) to (n, c, *output_size)."""
        return getattr(functional, self.FUNCTION)(input, self.output_size)

    def extra_repr(self) -> str:
        return f'output_size={self.output_size}'


class AdaptiveAvgPool2d(_AdaptivePool):
    """The mean of as many windows as the output has places."""

    __module__ = 'torch.nn.modules.pooling'
    FUNCTION = 'adaptive_avg_pool2d'


class AdaptiveMaxPool2d(_AdaptivePool):
    """The largest element of as many windows as the output has places."""

    __module__ = 'torch.nn.modules.pooling'
    FUNCTION = 'adaptive_max_pool2d'
