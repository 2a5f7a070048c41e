"""Affine layers."""

import math
from typing import Any

from ... import _operations
from .. import functional, init
from ..parameter import Parameter, UninitializedParameter
from .module import Module


class Linear(Module):
    """y = x Wᵀ + b.

    Args:
        in_features: size of the last dimension of the input.
        out_features: size of the last dimension of the output.
        bias: whether there is a b.

    Weight (out_features, in_features) and bias start uniform in ±1/sqrt(in_features).
    """

    __module__ = 'torch.nn.modules.linear'

    in_features: int
    out_features: int
    weight: Any
    bias: Any

    def __init__(
        self, in_features: int, out_features: int, bias: bool = True, device: Any = None, dtype: Any = None
    ) -> None:
        super().__init__()
        self.in_features = in_features
        self.out_features = out_features
        self.weight = Parameter(_operations.zeros((out_features, in_features), device=device, dtype=dtype))
        if bias:
            self.bias = Parameter(_operations.zeros(out_features, device=device, dtype=dtype))
        else:
            self.register_parameter('bias', None)
        self.reset_parameters()

    def reset_parameters(self) -> None:
        """Draws new initial values."""
        init.kaiming_uniform_(self.weight, a=math.sqrt(5))
        if self.bias is not None:
            bound = 1 / math.sqrt(self.in_features) if self.in_features > 0 else 0
            init.uniform_(self.bias, -bound, bound)

    def forward(self, input: Any) -> Any:
        """(…, in_features) to (…, out_features)."""
        return functional.linear(input, self.weight, self.bias)

    def extra_repr(self) -> str:
        return (
            f'in_features={self.in_features}, out_features={self.out_features}, bias={self.bias is not None}'
        )


class LazyLinear(Linear):
    """A Linear that learns its in_features from the first input; it is a Linear from then on."""

    __module__ = 'torch.nn.modules.linear'

    def __init__(self, out_features: int, bias: bool = True, device: Any = None, dtype: Any = None) -> None:
        super().__init__(0, 0, False)
        self.weight = UninitializedParameter(device=device, dtype=dtype)
        self.out_features = out_features
        if bias:
            self.bias = UninitializedParameter(device=device, dtype=dtype)

    def reset_parameters(self) -> None:
        if self.in_features != 0:
            super().reset_parameters()

    def has_uninitialized_params(self) -> bool:
        """Whether the first input is still to come."""
        return isinstance(self.weight, UninitializedParameter)

    def initialize_parameters(self, input: Any) -> None:
        """Takes the shape of the weight from an input."""
        if self.has_uninitialized_params():
            self.in_features = input.shape[-1]
            self.weight.materialize((self.out_features, self.in_features))
            if self.bias is not None:
                self.bias.materialize((self.out_features,))
            self.reset_parameters()
        elif self.in_features == 0:
            self.in_features = input.shape[-1]

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.initialize_parameters(*args, **kwargs)
        self.__class__ = Linear  # type: ignore[assignment]
        return self(*args, **kwargs)


class Identity(Module):
    """Gives back its input."""

    __module__ = 'torch.nn.modules.linear'

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__()

    def forward(self, input: Any) -> Any:
        """The input itself."""
        return input


class Flatten(Module):
    """Joins dimensions; all but the first by default."""

    __module__ = 'torch.nn.modules.flatten'

    def __init__(self, start_dim: int = 1, end_dim: int = -1) -> None:
        super().__init__()
        self.start_dim = start_dim
        self.end_dim = end_dim

    def forward(self, input: Any) -> Any:
        """Such as (n, c, h, w) to (n, c*h*w)."""
        return input.flatten(self.start_dim, self.end_dim)

    def extra_repr(self) -> str:
        return f'start_dim={self.start_dim}, end_dim={self.end_dim}'


class Unflatten(Module):
    """Splits a dimension into several."""

    __module__ = 'torch.nn.modules.flatten'

    def __init__(self, dim: int, unflattened_size: Any) -> None:
        super().__init__()
        self.dim = dim
        self.unflattened_size = unflattened_size

    def forward(self, input: Any) -> Any:
        """Such as (n, c*h*w) to (n, c, h, w)."""
        shape = input.shape
        dim = self.dim % len(shape)
        return input.reshape(*shape[:dim], *self.unflattened_size, *shape[dim + 1 :])

    def extra_repr(self) -> str:
        return f'dim={self.dim}, unflattened_size={self.unflattened_size}'
