"""Activations as modules: each applies a function to every element."""

from typing import Any

from ... import _operations
from .module import Module


class ReLU(Module):
    """max(x, 0)."""

    __module__ = 'torch.nn.modules.activation'

    def __init__(self, inplace: bool = False) -> None:
        super().__init__()
        self.inplace = inplace

    def forward(self, input: Any) -> Any:
        """The same shape."""
        return input.relu_() if self.inplace else _operations.relu(input)

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
