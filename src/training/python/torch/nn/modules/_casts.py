"""A module's conversions to other dtypes."""

from collections.abc import Callable
from typing import Any, Self

from ..._dtypes import device, dtype, require_cpu
from ..._tensor import Tensor
from ..parameter import Uninitialized
from .registry import Registry

__all__ = ['Casts']


class Casts(Registry):
    """Converts all parameters and buffers at once."""

    def _converted(self, convert: Callable[[Tensor], Tensor]) -> Self:
        for module in self.modules():
            for parameter in module._parameters.values():
                if parameter is not None and not isinstance(parameter, Uninitialized):
                    parameter.data = convert(parameter.data)
            for name, buffer in module._buffers.items():
                if buffer is not None and not isinstance(buffer, Uninitialized):
                    module._buffers[name] = convert(buffer)
        return self

    def to(self, *args: Any, **kwargs: Any) -> Self:
        """Converts all floating-point parameters and buffers to a dtype, in place.

        Raises:
            TypeError: for a dtype of integers or bools.
            AssertionError, NotImplementedError: for a device other than the CPU.
        """

        def convert(tensor: Tensor) -> Tensor:
            order = kwargs.get('memory_format')
            wanted = kwargs if order is None or order.suits(tensor) else {**kwargs, 'memory_format': None}
            converted = tensor.to(*args, **wanted)
            return converted if tensor.is_floating_point() or tensor.is_complex() else tensor

        for argument in (*args, kwargs.get('device'), kwargs.get('dtype')):
            if isinstance(argument, (str, int, device)):
                require_cpu(argument)
            elif isinstance(argument, dtype) and not (argument.is_floating_point or argument.is_complex):
                raise TypeError(
                    'nn.Module.to only accepts floating point or complex dtypes, but got desired '
                    f'dtype={argument}'
                )
        return self._converted(convert)

    def float(self) -> Self:
        """Converts to float32."""
        return self._converted(lambda tensor: tensor.float() if tensor.is_floating_point() else tensor)

    def half(self) -> Self:
        """Converts to float16."""
        return self._converted(lambda tensor: tensor.half() if tensor.is_floating_point() else tensor)

    def bfloat16(self) -> Self:
        """Converts to bfloat16."""
        return self._converted(lambda tensor: tensor.bfloat16() if tensor.is_floating_point() else tensor)

    def double(self) -> Self:
        """Converts to float64."""
        return self._converted(lambda tensor: tensor.double() if tensor.is_floating_point() else tensor)

    def type(self, dst_type: Any) -> Self:
        """Converts all parameters and buffers to a dtype."""
        return self._converted(lambda tensor: tensor.type(dst_type))
