"""The operators of arrays, which compute in the dtypes that numpy computes in."""

import operator
from collections.abc import Callable
from typing import Any

import torch

from .dtypes import dtype
from .exceptions import UFuncTypeError
from .floating_errors import told, told_of_array
from .multiarray import as_tensor, ndarray, object_maker, together, wrap

__all__ = ['add_operators', 'can_cast_in_place', 'computed']

_UFUNCS = {
    'add': 'add',
    'sub': 'subtract',
    'mul': 'multiply',
    'truediv': 'divide',
    'floordiv': 'floor_divide',
    'mod': 'remainder',
    'pow': 'power',
    'eq': 'equal',
    'ne': 'not_equal',
    'lt': 'less',
    'le': 'less_equal',
    'gt': 'greater',
    'ge': 'greater_equal',
    'and': 'bitwise_and',
    'or': 'bitwise_or',
    'xor': 'bitwise_xor',
    'lshift': 'left_shift',
    'rshift': 'right_shift',
}
_COMPARISONS = ('eq', 'ne', 'lt', 'le', 'gt', 'ge')
_DIVIDES = ('truediv', 'floordiv', 'mod')
_ORDER = 'buif'


def computed(name: str, left: Any, right: Any) -> Any:
    """What an operator (`truediv`) makes of a tensor and a tensor or number, in either order.

    Raises:
        ValueError: when their shapes do not go together; for an integer to a negative power.
        TypeError: when bools are subtracted.
    """
    first, second = _checked(name, left, right)
    operation = getattr(operator, name if name not in ('and', 'or') else f'{name}_')
    try:
        result = operation(first, second)
    except RuntimeError as error:
        if 'must match the size of tensor' in str(error):
            shapes = ' '.join(str(tuple(each.shape)).replace(' ', '') for each in (first, second))
            raise ValueError(f'operands could not be broadcast together with shapes {shapes} ') from None
        if 'ZeroDivisionError' not in str(error):
            raise
        told('divide', _UFUNCS[name])
        return _without_zeros(operation, first, second)
    if name not in _COMPARISONS:
        told_of_array(_UFUNCS[name], result, first, second, divides=name in _DIVIDES or name == 'pow')
    return result


def _checked(name: str, left: Any, right: Any) -> tuple[Any, ...]:
    tensors = [each for each in (left, right) if isinstance(each, torch.Tensor)]
    floats = any(each.is_floating_point() for each in tensors) or any(
        isinstance(each, float) for each in (left, right)
    )
    if name == 'truediv' and not floats:
        left, right = (each.double() if isinstance(each, torch.Tensor) else each for each in (left, right))
    if name == 'truediv' and isinstance(left, int | float):
        # torch would multiply the reciprocal.
        own = right.dtype if right.is_floating_point() else torch.float64
        return torch.tensor(left, dtype=own), right
    if name == 'pow' and not floats:
        negative = (right < 0).any() if isinstance(right, torch.Tensor) else right < 0
        if negative:
            raise ValueError('Integers to negative integer powers are not allowed.')
    if name == 'sub' and all(map(_is_bool, (left, right))):
        raise TypeError(
            'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` '
            'operator, or the logical_xor function instead.'
        )
    return left, right


def _is_bool(value: Any) -> bool:
    return value.dtype is torch.bool if isinstance(value, torch.Tensor) else isinstance(value, bool)


def _without_zeros(operation: Callable[[Any, Any], Any], left: Any, right: Any) -> Any:
    """Integers divided by integers; by 0 they become 0."""
    divisor = right if isinstance(right, torch.Tensor) else torch.tensor(right)
    zeros = divisor == 0
    result = operation(left, divisor.masked_fill(zeros, 1))
    return result.masked_fill(zeros.expand(result.shape), 0)


def can_cast_in_place(given: Any, own: Any) -> bool:
    """Whether numbers of a torch dtype may be written over those of another (numpy's casting `same_kind`)."""
    kinds = dtype(given).kind, dtype(own).kind
    return given == own or _ORDER.index(kinds[0]) <= _ORDER.index(kinds[1])


def _no_operand(value: Any) -> bool:
    """Whether Python is to ask the other operand: a tensor, or what numpy has no part in."""
    return isinstance(value, torch.Tensor) or hasattr(value, '_combined')


def _with_objects(name: str, array: ndarray, other: Any, swapped: bool) -> Any:
    """An operator with texts or objects."""
    theirs = object_maker(other)
    if name in ('eq', 'ne') and theirs.dtype.kind == 'U':
        return NotImplemented
    if theirs.dtype.kind == 'U':
        kinds = (theirs.dtype, array.dtype) if swapped else (array.dtype, theirs.dtype)
        raise UFuncTypeError(
            f"ufunc '{_UFUNCS[name]}' did not contain a loop with signature matching types "
            f'({kinds[0]!r}, {kinds[1]!r}) -> None'
        )
    own = object_maker(array)
    return getattr(own, f'__{"r" if swapped and name not in _COMPARISONS else ""}{name}__')(theirs)


def _operand(value: Any) -> Any:
    """A number or a tensor for the other operand; None for texts and objects."""
    if isinstance(value, (bool, int, float)):
        return value
    if type(value) is not ndarray and getattr(value, '_objects', None) is not None:
        return None
    try:
        return as_tensor(value)
    except (TypeError, ValueError) as error:
        if "Can't call numpy" in str(error):
            raise
        return None


def _add_operator(name: str) -> None:
    def forward(self: ndarray, other: Any) -> Any:
        if isinstance(other, torch.Tensor) and name in ('eq', 'ne'):
            return computed(name, *together(self._t, other))
        if _no_operand(other):
            return NotImplemented
        value = _operand(other)
        if value is None:
            return _with_objects(name, self, other, False)
        return wrap(computed(name, *together(self._t, value)))

    def reflected(self: ndarray, other: Any) -> Any:
        # A tensor comes here when its own operator did not take the array: numpy looks at it as an array.
        value = _operand(other)
        if value is None:
            return _with_objects(name, self, other, True)
        own, given = together(self._t, value)
        made = computed(name, given, own)
        return made if isinstance(other, torch.Tensor) else wrap(made)

    def in_place(self: ndarray, other: Any) -> ndarray:
        made = forward(self, other)
        if made is NotImplemented:
            return NotImplemented
        result = as_tensor(made)
        if not can_cast_in_place(result.dtype, self._t.dtype):
            kinds = dtype(result.dtype), self.dtype
            raise UFuncTypeError(
                f"Cannot cast ufunc '{_UFUNCS[name]}' output from {kinds[0]!r} to {kinds[1]!r} with casting "
                "rule 'same_kind'"
            )
        if result.shape != self._t.shape:
            shapes = [str(tuple(each.shape)).replace(' ', '') for each in (self._t, result)]
            raise ValueError(
                f"non-broadcastable output operand with shape {shapes[0]} doesn't match the broadcast shape "
                f'{shapes[1]}'
            )
        self._t.copy_(result)
        return self

    setattr(ndarray, f'__{name}__', forward)
    if name not in _COMPARISONS:
        setattr(ndarray, f'__r{name}__', reflected)
        setattr(ndarray, f'__i{name}__', in_place)


def _product(left: Any, right: Any) -> Any:
    if left.dtype is not right.dtype:
        left, right = left.double(), right.double()
    for place, each in enumerate((left, right)):
        if not each.dim():
            raise ValueError(
                f'matmul: Input operand {place} does not have enough dimensions (has 0, gufunc core with '
                'signature (n?,k),(k,m?)->(n?,m?) requires 1)'
            )
    inner = right.shape[-2 if right.dim() > 1 else -1]
    if left.shape[-1] != inner:
        raise ValueError(
            'matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature '
            f'(n?,k),(k,m?)->(n?,m?) (size {inner} is different from {left.shape[-1]})'
        )
    return wrap(left @ right)


def _matmul(self: ndarray, other: Any) -> Any:
    if _no_operand(other):
        return NotImplemented
    return _product(*together(self._t, as_tensor(other)))


def _rmatmul(self: ndarray, other: Any) -> Any:
    own, given = together(self._t, as_tensor(other))
    made = _product(given, own)
    return as_tensor(made) if isinstance(other, torch.Tensor) else made


def add_operators() -> None:
    """Gives arrays Python's operators."""
    for name in _UFUNCS:
        _add_operator(name)
    ndarray.__matmul__, ndarray.__rmatmul__ = _matmul, _rmatmul
