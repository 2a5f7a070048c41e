"""Activations as modules: each applies a function to every element."""

from ... import _operations
from ..._dtypes import Device, dtype
from ..._tensor import Tensor
from .. import functional
from ..parameter import Parameter
from .module import Module

__all__ = [
    'CELU',
    'ELU',
    'GELU',
    'SELU',
    'LeakyReLU',
    'LogSigmoid',
    'Mish',
    'PReLU',
    'ReLU',
    'SiLU',
    'Sigmoid',
    'Softplus',
    'Softsign',
    'Tanh',
]

_OFFERED_BY = 'torch.nn.modules'


class Activation(Module):
    """A function whose text names the arguments in `_shown`."""

    _shown: tuple[str, ...] = ()

    def extra_repr(self) -> str:
        return ', '.join(f'{name}={getattr(self, name)}' for name in self._shown)


class InPlace(Activation):
    """An activation that can overwrite its input; only then its text says so."""

    def __init__(self, inplace: bool = False) -> None:
        super().__init__()
        self.inplace = inplace

    def extra_repr(self) -> str:
        text = super().extra_repr()
        if not self.inplace:
            return text
        return f'{text}, inplace=True' if text else 'inplace=True'


class ReLU(InPlace):
    """max(x, 0)."""

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.relu(input, self.inplace)


class Sigmoid(Module):
    """1 / (1 + exp(-x))."""

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return _operations.sigmoid(input)


class Tanh(Module):
    """The hyperbolic tangent."""

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return _operations.tanh(input)


class LeakyReLU(InPlace):
    """x above 0, negative_slope x below."""

    _shown = ('negative_slope',)

    def __init__(self, negative_slope: float = 0.01, inplace: bool = False) -> None:
        super().__init__(inplace)
        self.negative_slope = negative_slope

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.leaky_relu(input, self.negative_slope, self.inplace)


class ELU(InPlace):
    """x above 0, alpha (exp(x) - 1) below."""

    _shown = ('alpha',)

    def __init__(self, alpha: float = 1.0, inplace: bool = False) -> None:
        super().__init__(inplace)
        self.alpha = alpha

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.elu(input, self.alpha, self.inplace)


class GELU(Module):
    """x times the standard normal distribution function of x."""

    def __init__(self, approximate: str = 'none') -> None:
        super().__init__()
        self.approximate = approximate

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.gelu(input, approximate=self.approximate)

    def extra_repr(self) -> str:
        return f'approximate={self.approximate!r}'


class SiLU(InPlace):
    """x times its sigmoid."""

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.silu(input, self.inplace)


class Softplus(Activation):
    """log(1 + exp(beta x)) / beta."""

    _shown = ('beta', 'threshold')

    def __init__(self, beta: float = 1.0, threshold: float = 20.0) -> None:
        super().__init__()
        self.beta = beta
        self.threshold = threshold

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.softplus(input, self.beta, self.threshold)


class LogSigmoid(Module):
    """The logarithm of the sigmoid."""

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.logsigmoid(input)


class PReLU(Activation):
    """x above 0, a learned multiple of x below."""

    _shown = ('num_parameters',)

    def __init__(
        self, num_parameters: int = 1, init: float = 0.25, device: Device = None, dtype: dtype | None = None
    ) -> None:
        super().__init__()
        self.num_parameters = num_parameters
        self.init = init
        self.weight = Parameter(_operations.full((num_parameters,), init, device=device, dtype=dtype))

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.prelu(input, self.weight)


class CELU(InPlace):
    """max(0, x) + min(0, alpha (exp(x / alpha) - 1))."""

    _shown = ('alpha',)

    def __init__(self, alpha: float = 1.0, inplace: bool = False) -> None:
        super().__init__(inplace)
        self.alpha = alpha

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.celu(input, self.alpha, self.inplace)


class SELU(InPlace):
    """A scaled ELU that keeps mean and variance (Klambauer et al., 2017)."""

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.selu(input, self.inplace)


class Mish(InPlace):
    """x tanh(softplus(x))."""

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.mish(input, self.inplace)


class Softsign(Module):
    """x / (1 + |x|)."""

    def forward(self, input: Tensor) -> Tensor:
        """The same shape."""
        return functional.softsign(input)
