"""Modules whose shapes the first input decides."""

from typing import Any, ClassVar

from ..._tensor import Tensor
from ..parameter import UninitializedParameter
from .module import Module

__all__ = ['Lazy', 'uninitialized']


class Lazy(Module):
    """Becomes a module of the class `cls_to_become` at its first call."""

    cls_to_become: ClassVar[type[Module]]

    def has_uninitialized_params(self) -> bool:
        """Whether the first input is still to come."""
        held = (*self._parameters.values(), *self._buffers.values())
        return any(hasattr(member, 'materialize') for member in held)

    def reset_parameters(self) -> None:
        """Draws new initial values, once the shapes are known."""
        if not self.has_uninitialized_params():
            reset: Any = super()
            reset.reset_parameters()

    def initialize_parameters(self, input: Tensor) -> None:
        """Takes shapes from an input.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError(f'initialize_parameters is not implemented for {type(self).__name__}')

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        self.initialize_parameters(*args, **kwargs)
        self.__class__ = self.cls_to_become  # type: ignore[assignment]
        return self(*args, **kwargs)


def uninitialized(options: dict[str, Any]) -> UninitializedParameter:
    """A parameter whose shape is still to come, with the `device` and `dtype` among `options`."""
    return UninitializedParameter(device=options.get('device'), dtype=options.get('dtype'))
