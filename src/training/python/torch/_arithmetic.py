"""The operators of Tensor, written for speed: one call into the engine each."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import _engine

from ._handle import Handle, raise_error, wrap
from ._parameters import plain_number

__all__ = ['Arithmetic']

_KINDS = {bool: 0, int: 1, float: 2}
_kind_of = _KINDS.get

# The overloads of the operators, for tensors, for a number, in place (autograd/operations/pointwise,
# linalg/products.ts).
_add, _adds, _iadd = _engine.add_Tensor, _engine.add_Scalar, _engine.add__Tensor
_sub, _subs, _isub = _engine.sub_Tensor, _engine.sub_Scalar, _engine.sub__Tensor
_mul, _muls, _imul = _engine.mul_Tensor, _engine.mul_Scalar, _engine.mul__Tensor
_div, _divs, _idiv = _engine.div_Tensor, _engine.div_Scalar, _engine.div__Tensor
_pow, _pows = _engine.pow_Tensor_Tensor, _engine.pow_Tensor_Scalar
_rsubs, _rdivs = _engine.rsub_Scalar, _engine.rdiv_Scalar
_matmul = _engine.matmul


def _rpows(h: int, value: Any, kind: int) -> int:
    return _engine.pow_Scalar(value, kind, h)


def _operand(value: Any) -> Any:
    """What a value of another kind stands for beside a tensor: a tensor, a number with its kind, or None.

    An array of numpy's is none of them: it is asked itself, and looks at the tensor as an array.
    """
    if isinstance(value, Handle):
        return value
    if hasattr(value, '__array_priority__'):
        return None
    as_tensor = getattr(value, '_as_tensor', None)
    if as_tensor is not None:
        return as_tensor()
    return plain_number(value)


def _other(self: Any, value: Any, tensors: Callable[..., int], numbers: Callable[..., int]) -> Any:
    """The general form of a binary operator; NotImplemented lets Python name the operands' types."""
    operand = _operand(value)
    if operand is None:
        return NotImplemented
    if isinstance(operand, tuple):
        return wrap(numbers(self._h, *operand))
    return wrap(tensors(self._h, operand._h))


def _in_place(self: Any, value: Any, tensors: Callable[..., int], name: str) -> Any:
    operand = _operand(value)
    if operand is None:
        return NotImplemented
    if isinstance(operand, tuple):
        return getattr(self, name)(value if isinstance(operand[0], str) else operand[0])
    if tensors(self._h, operand._h) < 0:
        raise_error()
    return self


class Arithmetic:
    """Binary and unary operators, comparisons."""

    __slots__ = ()

    _h: int

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

    def __add__(self, other: Any) -> Any:
        kind = _kind_of(type(other))
        if kind is not None:
            return wrap(_adds(self._h, other, kind))
        if isinstance(other, Handle):
            return wrap(_add(self._h, other._h))
        return _other(self, other, _add, _adds)

    __radd__ = __add__

    def __sub__(self, other: Any) -> Any:
        kind = _kind_of(type(other))
        if kind is not None:
            return wrap(_subs(self._h, other, kind))
        if isinstance(other, Handle):
            return wrap(_sub(self._h, other._h))
        return _other(self, other, _sub, _subs)

    def __rsub__(self, other: Any) -> Any:
        return _other(self, other, lambda mine, theirs: _sub(theirs, mine), _rsubs)

    def __mul__(self, other: Any) -> Any:
        kind = _kind_of(type(other))
        if kind is not None:
            return wrap(_muls(self._h, other, kind))
        if isinstance(other, Handle):
            return wrap(_mul(self._h, other._h))
        return _other(self, other, _mul, _muls)

    __rmul__ = __mul__

    def __truediv__(self, other: Any) -> Any:
        kind = _kind_of(type(other))
        if kind is not None:
            return wrap(_divs(self._h, other, kind))
        if isinstance(other, Handle):
            return wrap(_div(self._h, other._h))
        return _other(self, other, _div, _divs)

    def __rtruediv__(self, other: Any) -> Any:
        if hasattr(other, '__array_priority__'):
            return self.reciprocal() * other
        return _other(self, other, lambda mine, theirs: _div(theirs, mine), _rdivs)

    def __pow__(self, other: Any, modulus: Any = None) -> Any:
        kind = _kind_of(type(other))
        if kind is not None:
            return wrap(_pows(self._h, other, kind))
        return _other(self, other, _pow, _pows)

    def __rpow__(self, other: Any) -> Any:
        return _other(self, other, lambda mine, theirs: _pow(theirs, mine), _rpows)

    def __matmul__(self, other: Any) -> Any:
        if isinstance(other, Handle):
            return wrap(_matmul(self._h, other._h))
        return NotImplemented

    def __rmatmul__(self, other: Any) -> Any:
        if isinstance(other, Handle):
            return wrap(_matmul(other._h, self._h))
        return NotImplemented

    def __iadd__(self, other: Any) -> Any:
        return _in_place(self, other, _iadd, 'add_')

    def __isub__(self, other: Any) -> Any:
        if isinstance(other, Handle):
            if _isub(self._h, other._h) < 0:
                raise_error()
            return self
        return _in_place(self, other, _isub, 'sub_')

    def __imul__(self, other: Any) -> Any:
        return _in_place(self, other, _imul, 'mul_')

    def __itruediv__(self, other: Any) -> Any:
        return _in_place(self, other, _idiv, 'div_')

    def __ipow__(self, other: Any) -> Any:
        return self.pow_(other)

    def __floordiv__(self, other: Any) -> Any:
        return _by_name(self, other, 'floor_divide', '__floordiv__')

    def __rfloordiv__(self, other: Any) -> Any:
        return _reflected(self, other, 'floor_divide')

    def __mod__(self, other: Any) -> Any:
        return _by_name(self, other, 'remainder', '__mod__')

    def __rmod__(self, other: Any) -> Any:
        return _reflected(self, other, 'remainder')

    def __ifloordiv__(self, other: Any) -> Any:
        return self.floor_divide_(other)

    def __imod__(self, other: Any) -> Any:
        return self.remainder_(other)

    def __neg__(self) -> Any:
        return self.neg()

    def __pos__(self) -> Any:
        return self

    def __abs__(self) -> Any:
        return self.abs()

    def __invert__(self) -> Any:
        if self.is_floating_point():
            raise TypeError('~ (operator.invert) is only implemented on integer and Boolean-type tensors')
        return self.bitwise_not()

    def __and__(self, other: Any) -> Any:
        return _by_name(self, other, 'bitwise_and', '__and__')

    __rand__ = __and__

    def __or__(self, other: Any) -> Any:
        return _by_name(self, other, 'bitwise_or', '__or__')

    __ror__ = __or__

    def __xor__(self, other: Any) -> Any:
        return _by_name(self, other, 'bitwise_xor', '__xor__')

    __rxor__ = __xor__

    def __lshift__(self, other: Any) -> Any:
        return _by_name(self, other, 'bitwise_left_shift', '__lshift__')

    def __rshift__(self, other: Any) -> Any:
        return _by_name(self, other, 'bitwise_right_shift', '__rshift__')

    def __ilshift__(self, other: Any) -> Any:
        return self.bitwise_left_shift_(other)

    def __irshift__(self, other: Any) -> Any:
        return self.bitwise_right_shift_(other)

    def __eq__(self, other: Any) -> Any:
        return _by_name(self, other, 'eq', '__eq__')

    def __ne__(self, other: Any) -> Any:
        return _by_name(self, other, 'ne', '__ne__')

    def __lt__(self, other: Any) -> Any:
        return _by_name(self, other, 'lt', '__lt__')

    def __le__(self, other: Any) -> Any:
        return _by_name(self, other, 'le', '__le__')

    def __gt__(self, other: Any) -> Any:
        return _by_name(self, other, 'gt', '__gt__')

    def __ge__(self, other: Any) -> Any:
        return _by_name(self, other, 'ge', '__ge__')


def _by_name(self: Any, other: Any, name: str, operator: str) -> Any:
    operand = _operand(other)
    if operand is None:
        return NotImplemented
    # A complex number stays one: it crosses as text.
    number = isinstance(operand, tuple) and not isinstance(operand[0], str)
    return getattr(self, name)(operand[0] if number else operand if not isinstance(operand, tuple) else other)


def _reflected(self: Any, other: Any, name: str) -> Any:
    """`other op self` for a Python number."""
    operand = _operand(other)
    if operand is None:
        return NotImplemented
    if not isinstance(operand, tuple):
        return getattr(operand, name)(self)
    from . import _operations

    return getattr(_operations, name)(operand[0], self)
