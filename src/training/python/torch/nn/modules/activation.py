"""Activations as modules: each applies a function to every element."""

from typing import Any

from ... import _operations
from .. import functional
from ..parameter import Parameter
from .module import Module


class ReLU(Module):
    """max(x, 0)."""

    __module__ = 'torch.nn.modules.activation'

    def __init__(self, inplace: bool = False) -> None:
        super().__init__()
        self.inplace = inplace

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.relu(input, self.inplace)

    def extra_repr(self) -> str:
        return 'inplace=True' if self.inplace else ''


class Sigmoid(Module):
    """1 / (1 + exp(-x))."""

    __module__ = 'torch.nn.modules.activation'

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return _operations.sigmoid(input)


class Tanh(Module):
    """The hyperbolic tangent."""

    __module__ = 'torch.nn.modules.activation'

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return _operations.tanh(input)


class LeakyReLU(Module):
    """x above 0, negative_slope x below."""

    __module__ = 'torch.nn.modules.activation'

    def __init__(self, negative_slope: float = 0.01, inplace: bool = False) -> None:
        super().__init__()
        self.negative_slope = negative_slope
        self.inplace = inplace

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.leaky_relu(input, self.negative_slope, self.inplace)

    def extra_repr(self) -> str:
        return f'negative_slope={self.negative_slope}' + (', inplace=True' if self.inplace else '')


class ELU(Module):
    """x above 0, alpha (exp(x) - 1) below."""

    __module__ = 'torch.nn.modules.activation'

    def __init__(self, alpha: float = 1.0, inplace: bool = False) -> None:
        super().__init__()
        self.alpha = alpha
        self.inplace = inplace

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.elu(input, self.alpha, self.inplace)

    def extra_repr(self) -> str:
        return f'alpha={self.alpha}' + (', inplace=True' if self.inplace else '')


class GELU(Module):
    """x times the standard normal distribution function of x."""

    __module__ = 'torch.nn.modules.activation'

    def __init__(self, approximate: str = 'none') -> None:
        super().__init__()
        self.approximate = approximate

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.gelu(input, approximate=self.approximate)

    def extra_repr(self) -> str:
        return f'approximate={self.approximate!r}'


class SiLU(Module):
    """x times its sigmoid."""

    __module__ = 'torch.nn.modules.activation'

    def __init__(self, inplace: bool = False) -> None:
        super().__init__()
        self.inplace = inplace

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.silu(input, self.inplace)

    def extra_repr(self) -> str:
        return 'inplace=True' if self.inplace else ''


class Softplus(Module):
    """log(1 + exp(beta x)) / beta."""

    __module__ = 'torch.nn.modules.activation'

    def __init__(self, beta: float = 1.0, threshold: float = 20.0) -> None:
        super().__init__()
        self.beta = beta
        self.threshold = threshold

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.softplus(input, self.beta, self.threshold)

    def extra_repr(self) -> str:
        return f'beta={self.beta}, threshold={self.threshold}'


class LogSigmoid(Module):
    """The logarithm of the sigmoid."""

    __module__ = 'torch.nn.modules.activation'

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.logsigmoid(input)


class AlongDim(Module):
    """A function along one dimension."""

    def __init__(self, dim: int | None = None) -> None:
        super().__init__()
        self.dim = dim

    def extra_repr(self) -> str:
        return f'dim={self.dim}'


class Softmax(AlongDim):
    """exp(x) divided by its sum along a dimension."""

    __module__ = 'torch.nn.modules.activation'

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.softmax(input, self.dim)


class LogSoftmax(AlongDim):
    """The logarithm of Softmax."""

    __module__ = 'torch.nn.modules.activation'

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.log_softmax(input, self.dim)


class PReLU(Module):
    """x above 0, a learned multiple of x below."""

    __module__ = 'torch.nn.modules.activation'

    def __init__(
        self, num_parameters: int = 1, init: float = 0.25, device: Any = None, dtype: Any = None
    ) -> None:
        super().__init__()
        self.num_parameters = num_parameters
        self.init = init
        self.weight = Parameter(_operations.full((num_parameters,), init, device=device, dtype=dtype))

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return functional.prelu(input, self.weight)

    def extra_repr(self) -> str:
        return f'num_parameters={self.num_parameters}'
