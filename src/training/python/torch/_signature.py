"""Matches the arguments of a call with an operator's overloads."""

from typing import Any

import _engine

from ._construct import scalar_tensor
from ._dtypes import can_cast, require_cpu
from ._handle import Handle, check
from ._memory_formats import in_format
from ._parameters import REQUIRED, Parameter, number_like, scalar_kind

__all__ = ['Bound', 'Signature']

_CREATION = (
    Parameter('layout', 'Layout', keyword_only=True, default=None),
    Parameter('device', 'Device', keyword_only=True, default=None),
    Parameter('pin_memory', 'bool', keyword_only=True, default=False),
    Parameter('requires_grad', 'bool', keyword_only=True, default=False),
)
_FORMAT = (Parameter('memory_format', 'MemoryFormat', keyword_only=True, default=None),)
_EXTRA_NAMES = frozenset(('out', 'layout', 'device', 'pin_memory', 'requires_grad', 'memory_format'))


class Bound:
    """A call's arguments, ready to cross."""

    __slots__ = ('flat', 'keep', 'extras', 'target')

    def __init__(self) -> None:
        self.flat: list[Any] = []
        # Tensors made for the call, which must outlive it.
        self.keep: list[Any] = []
        # What Python itself sees to: out, requires_grad, device.
        self.extras: dict[str, Any] = {}
        # The first tensor: the one before the dot, or that an in-place function changes.
        self.target: Any = None

    def finish(self, result: Any, name: str) -> Any:
        """Applies `requires_grad=` and `out=` to the result of the operation of that name.

        Raises:
            RuntimeError: when a result of integers or bools is to require gradients.
        """
        out = self.extras.get('out')
        if out is not None:
            return _write(result, out, name)
        if 'memory_format' in self.extras:
            # What lies in the order already stays itself.
            source = self.target if name == 'contiguous' else result
            result = in_format(source, self.extras['memory_format'])
        if self.extras.get('requires_grad'):
            if not (result.is_floating_point() or result.is_complex()):
                raise RuntimeError('Only Tensors of floating point and complex dtype can require gradients')
            result.requires_grad_(True)
        return result


class Signature:
    """One overload."""

    __slots__ = (
        'name',
        'entry_name',
        'returns',
        'return_names',
        'parameters',
        'varargs',
        'method',
        'numbers',
        '_entry',
        'hidden',
    )

    def __init__(self, name: str, row: tuple[Any, ...], method: bool, numbers: bool | str) -> None:
        self.name = name
        self.entry_name, self.returns, self.return_names, out, arguments = row
        self.method = method
        self.numbers = numbers
        # A form of its own for numbers, where error messages speak of tensors alone.
        self.hidden = bool(numbers) and self.entry_name.endswith('_Scalar') and not name.startswith('pow')
        self._entry: Any = None
        self.parameters = _parameters(name, arguments, method, out)
        visible = self.visible()
        positional = [parameter for parameter in visible if not parameter.keyword_only]
        self.varargs = len(positional) == 1 and positional[0].is_list and positional[0].kind == 'int'

    @property
    def entry(self) -> Any:
        """The engine's function."""
        if self._entry is None:
            self._entry = getattr(_engine, self.entry_name)
        return self._entry

    def visible(self) -> tuple[Parameter, ...]:
        """The parameters that callers name: without the object before the dot."""
        return self.parameters[1:] if self.method else self.parameters

    def bind(self, tensor: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> Bound | None:
        """The arguments as they cross, or None when they do not fit."""
        bound = Bound()
        if self.method:
            bound.flat.append(tensor._h)
            bound.target = tensor
        position = 0
        used = 0
        for index, parameter in enumerate(self.visible()):
            value: Any = REQUIRED
            if position < len(args):
                if parameter.keyword_only:
                    return None
                value = args[position]
                position += 1
            elif kwargs:
                for name in parameter.names:
                    if name in kwargs:
                        value = kwargs[name]
                        used += 1
                        break
            if not self._take(parameter, value, bound, args, kwargs):
                if index != 0 or position != 1 or not (self.varargs and _all_ints(args)):
                    return None
                parameter.put(args, bound.flat, bound.keep)
                position = len(args)
        return bound if position == len(args) and used == len(kwargs) else None

    def _take(
        self, parameter: Parameter, value: Any, bound: Bound, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> bool:
        if parameter.name in _EXTRA_NAMES:
            return _take_extra(parameter, value, bound)
        if value is REQUIRED:
            if parameter.default is REQUIRED:
                return False
            bound.flat.extend(parameter.default_values())
            return True
        if value is None:
            if parameter.optional:
                bound.flat.extend(parameter.absent())
            return parameter.optional
        if self.varargs and len(args) > 1 and value is args[0]:
            return False
        if parameter.put(value, bound.flat, bound.keep):
            if bound.target is None and parameter.kind == 'Tensor':
                bound.target = value
            return True
        return bool(self.numbers) and self._take_number(parameter, value, bound, (*args, *kwargs.values()))

    def _take_number(self, parameter: Parameter, value: Any, bound: Bound, given: tuple[Any, ...]) -> bool:
        if parameter.kind != 'Tensor' or scalar_kind(value) < 0:
            return False
        tensors: list[Any] = [other for other in given if isinstance(other, Handle)]
        if self.numbers == 'but one' and not tensors and bound.target is None:
            return False
        partner = max(tensors, key=lambda other: other.dtype.code, default=bound.target)
        number, code = number_like(value, partner)
        wrapped = scalar_tensor(number, code)
        bound.keep.append(wrapped)
        bound.flat.append(wrapped._h)
        return True

    def describe(self) -> str:
        """As in the list of an error message."""
        shown: list[str] = []
        starred = False
        for parameter in self.visible():
            if parameter.keyword_only and not starred:
                shown.append('*')
                starred = True
            shown.append(parameter.describe())
        return f'({", ".join(shown)})'


def _parameters(name: str, arguments: tuple[Any, ...], method: bool, out: bool) -> tuple[Parameter, ...]:
    made = [Parameter(*argument) for argument in arguments]
    creates = (
        not method
        and any(parameter.kind == 'ScalarType' and parameter.keyword_only for parameter in made)
        and (name.endswith('_like') or not any(parameter.kind == 'Tensor' for parameter in made))
    )
    for parameter in () if method else made:
        if parameter.name == 'self':
            parameter.name = 'input'
            parameter.names = ('input', 'x', 'a', 'x1', 'A')
    if out and not method:
        extra = Parameter('out', 'Tensor', keyword_only=True, default=None)
        position = len(made)
        if creates:
            position = next(i for i, parameter in enumerate(made) if parameter.kind == 'ScalarType')
        made.insert(position, extra)
    formatted = name in ('clone', 'contiguous', 'empty') or name.endswith('_like')
    return tuple(made) + (_CREATION if creates else ()) + (_FORMAT if formatted else ())


def _take_extra(parameter: Parameter, value: Any, bound: Bound) -> bool:
    if value is REQUIRED or value is None:
        return True
    if parameter.name == 'out':
        if not isinstance(value, Handle):
            return False
        bound.extras['out'] = value
    elif parameter.name == 'device':
        require_cpu(value)
    elif parameter.name == 'memory_format':
        bound.extras['memory_format'] = value
    elif parameter.kind == 'bool':
        if not isinstance(value, bool):
            return False
        if value:
            bound.extras[parameter.name] = True
    return True


def _all_ints(args: tuple[Any, ...]) -> bool:
    return all(not isinstance(arg, (bool, float)) and hasattr(arg, '__index__') for arg in args)


def _write(result: Any, out: Any, name: str) -> Any:
    """Puts a result into the tensor given as `out=`."""
    if isinstance(result, tuple):
        raise NotImplementedError('D2L Exercises: out= is not supported for operations with several results')
    if result.requires_grad or out.requires_grad:
        raise RuntimeError(
            f"{name}(): functions with out=... arguments don't support automatic differentiation, "
            'but one of the arguments requires grad.'
        )
    if not can_cast(result.dtype, out.dtype):
        kinds = result.dtype.legacy_name, out.dtype.legacy_name
        raise RuntimeError(f"result type {kinds[0]} can't be cast to the desired output type {kinds[1]}")
    if out.shape == result.shape:
        out.copy_(result)
    else:
        values = result.to(out.dtype)
        check(_engine.set_data(out._h, values._h))
    return out
