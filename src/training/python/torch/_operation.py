"""Calls an operation of the engine by the argument forms of its schemas."""

from typing import TYPE_CHECKING, Any

import _engine

from . import _signature
from ._handle import Handle, raise_error, wrap
from ._mismatch import raise_mismatch
from ._type_names import BuiltinType

if TYPE_CHECKING:
    from ._tensor import Tensor

__all__ = ['Operation', 'named_result']

_RETURN_TYPES: dict[tuple[str, tuple[str, ...]], type] = {}


class Operation:
    """All overloads of one name, as a function or as a method.

    Args:
        name: as callers spell it.
        overloads: rows of the generated table: entry, kind of result, names of the members of the
            result, whether there is an `out=` form, arguments.
        method: whether the first tensor is the object before the dot.
        numbers: whether a Python number may stand for any tensor, or for all 'but one'.
        variadic: where the list of tensors stands that may be given one by one as well; else None.
    """

    __slots__ = ('name', 'overloads', 'method', 'numbers', 'variadic', '_signatures')

    def __init__(
        self,
        name: str,
        overloads: tuple[Any, ...],
        method: bool = False,
        numbers: bool | str = False,
        variadic: int | None = None,
    ) -> None:
        self.name = name
        self.overloads = overloads
        self.method = method
        self.numbers = numbers
        self.variadic = variadic
        self._signatures: tuple[_signature.Signature, ...] | None = None

    @property
    def signatures(self) -> tuple['_signature.Signature', ...]:
        """The overloads, read from the table on first use."""
        if self._signatures is None:
            self._signatures = tuple(
                _signature.Signature(self.name, row, self.method, self.numbers) for row in self.overloads
            )
        return self._signatures

    def function(self, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Calls it as `torch.name(*args, **kwargs)`."""
        return self._call(None, args, kwargs)

    def bound(self, tensor: 'Tensor | None', args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        """Calls it as `tensor.name(*args, **kwargs)`."""
        return self._call(tensor, args, kwargs)

    def _call(self, tensor: 'Tensor | None', args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
        for signature in self.signatures:
            bound = signature.bind(tensor, args, kwargs)
            if bound is not None:
                return self._run(signature, bound, tensor, args)
        first = self.variadic
        if first is not None and len(args) > first and isinstance(args[first], Handle):
            return self._call(tensor, (*args[:first], args[first:]), kwargs)
        return raise_mismatch(self.name, self.signatures, tensor, args, kwargs)

    def _run(
        self,
        signature: '_signature.Signature',
        bound: '_signature.Bound',
        tensor: 'Tensor | None',
        args: tuple[Any, ...],
    ) -> Any:
        result = signature.entry(*bound.flat)
        returns = signature.returns
        if returns == 'inPlace':
            if result < 0:
                raise_error()
            return tensor if tensor is not None else bound.target
        if returns == 'value':
            if result is None:
                raise_error()
            return result
        if returns == 'tensors':
            made: Any = _members(result, self.name, signature.return_names)
        else:
            made = wrap(result)
        return bound.finish(made, self.name) if bound.extras else made


def _members(count: int, name: str, names: tuple[str, ...]) -> Any:
    if count < 0:
        raise_error()
    tensors = tuple(wrap(_engine.result(position)) for position in range(count))
    return named_result(name, names)(tensors) if names else tensors


def named_result(name: str, names: tuple[str, ...]) -> type:
    """The class of a named result such as `torch.return_types.max`."""
    found = _RETURN_TYPES.get((name, names))
    if found is None:
        body: dict[str, Any] = {
            member: property(lambda self, position=position: self[position])
            for position, member in enumerate(names)
        }
        body |= {
            '__slots__': (),
            '__module__': 'torch.return_types',
            '__qualname__': name,
            '_fields': names,
            '__repr__': _represent,
        }
        found = BuiltinType(name, (tuple,), body, package='torch.return_types')
        _RETURN_TYPES[name, names] = found
    return found


def _represent(self: Any) -> str:
    members = ',\n'.join(f'{name}={value!r}' for name, value in zip(self._fields, self, strict=False))
    return f'torch.return_types.{type(self).__name__}(\n{members})'
