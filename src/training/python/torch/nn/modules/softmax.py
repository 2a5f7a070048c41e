"""Activations along a dimension as modules."""

from collections.abc import Callable
from typing import Any

from ..._tensor import Tensor
from .. import functional
from ._forward import forward_of_one
from .activation import Activation
from .module import Module

__all__ = ['GLU', 'LogSoftmax', 'Softmax', 'Softmax2d', 'Softmin']

_OFFERED_BY = 'torch.nn.modules'


class AlongDim(Activation):
    """A function along one dimension, which a class names: `forward` is made of it."""

    _shown = ('dim',)

    def __init_subclass__(
        cls, function: Callable[..., Tensor] | None = None, result: str = 'The same shape.', **kwargs: Any
    ) -> None:
        super().__init_subclass__(**kwargs)
        if function is not None:
            cls.forward = forward_of_one(cls, function, ('dim',), result)

    def __init__(self, dim: int | None = None) -> None:
        super().__init__()
        self.dim = dim


class Softmax(AlongDim, function=functional.softmax):
    """exp(x) divided by its sum along a dimension."""

    __module__ = 'torch.nn.modules.activation'


class LogSoftmax(AlongDim, function=functional.log_softmax):
    """The logarithm of Softmax."""

    __module__ = 'torch.nn.modules.activation'


class Softmin(AlongDim, function=functional.softmin):
    """The softmax of -x along a dimension."""

    __module__ = 'torch.nn.modules.activation'


class GLU(AlongDim, function=functional.glu, result='The dimension is halved.'):
    """The first half of a dimension times the sigmoid of the second."""

    __module__ = 'torch.nn.modules.activation'

    def __init__(self, dim: int = -1) -> None:
        super().__init__(dim)


class Softmax2d(Module):
    """The softmax over the channels of images (n, c, h, w) or (c, h, w)."""

    __module__ = 'torch.nn.modules.activation'

    def forward(self, input: Tensor) -> Tensor:
        """The same shape.

        Raises:
            ValueError: unless there are three or four dimensions.
        """
        if input.dim() not in (3, 4):
            raise ValueError(f'Softmax2d: expected input to be 3D or 4D, got {input.dim()}D instead')
        return functional.softmax(input, -3)
