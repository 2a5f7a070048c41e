"""Makes the `forward` of a module: a function of torch.nn.functional with some of the module's attributes."""

from collections.abc import Callable
from types import FunctionType
from typing import Any

from ..._tensor import Tensor

__all__ = ['forward_of_one', 'forward_of_pair', 'own_constructor']


def forward_of_one(
    owner: type, function: Callable[..., Tensor], attributes: tuple[str, ...], doc: str
) -> Callable[..., Tensor]:
    """The method that calls `function` with a tensor and the attributes, by their names."""

    def forward(self: Any, input: Tensor) -> Tensor:
        return function(input, **{name: getattr(self, name) for name in attributes})

    return _named(forward, owner, doc)


def forward_of_pair(
    owner: type, function: Callable[..., Tensor], attributes: tuple[str, ...], doc: str
) -> Callable[..., Tensor]:
    """The method that calls `function` with a prediction, its target and the attributes, by their names."""

    def forward(self: Any, input: Tensor, target: Tensor) -> Tensor:
        return function(input, target, **{name: getattr(self, name) for name in attributes})

    return _named(forward, owner, doc)


def own_constructor(owner: type) -> None:
    """Gives a class the constructor that it has from a private one, under a name of its own.

    Python names a function by the class that it was written in where it says that an argument is missing.
    """
    shared = owner.__init__
    if not isinstance(shared, FunctionType) or not shared.__qualname__.startswith('_'):
        return
    own = FunctionType(
        shared.__code__, shared.__globals__, '__init__', shared.__defaults__, shared.__closure__
    )
    own.__kwdefaults__ = shared.__kwdefaults__
    own.__annotations__ = shared.__annotations__
    own.__qualname__ = f'{owner.__qualname__}.__init__'
    own.__doc__ = shared.__doc__
    owner.__init__ = own


def _named(forward: Callable[..., Tensor], owner: type, doc: str) -> Callable[..., Tensor]:
    # Python calls it so where it says that an argument is missing.
    forward.__qualname__ = f'{owner.__qualname__}.forward'
    forward.__doc__ = doc
    return forward
