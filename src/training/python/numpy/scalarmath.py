"""Arithmetic of numpy's scalars: what comes of it are scalars again, and a division by zero only warns."""

import math
import operator
from collections.abc import Callable
from typing import Any

import torch

from .dtypes import SCALARS, bool_, float16, float32, float64, generic, int64
from .floating_errors import told

__all__ = ['add_operators', 'result_class']

_OF_PYTHON = {bool: bool_, int: int64, float: float64}
_WHERE = {
    float64: 'double_scalars',
    float32: 'float_scalars',
    int64: 'long_scalars',
    **{kind: f'{kind.__name__}_scalars' for kind in SCALARS if kind not in (None, float64, float32, int64)},
}


def result_class(left: type[generic], right: type[generic]) -> type[generic]:
    """The class of what two scalars make: integers beside a float32 of no more digits make a float64."""
    if left is right:
        return left
    kinds = left._kind, right._kind
    if any(kind.is_floating_point for kind in kinds):
        digits = max(_digits(kind) for kind in kinds)
        return float16 if digits <= 11 else float32 if digits <= 24 else float64
    return SCALARS[torch.promote_types(*kinds).code]


def _digits(kind: Any) -> int:
    """How many binary digits a floating-point dtype needs to hold the numbers of a dtype."""
    if kind.is_floating_point:
        return {2: 11, 4: 24}.get(kind.itemsize, 53)
    return {1: 8, 2: 16}.get(kind.itemsize, 53)


def _zero_division(name: str, left: Any, kind: Any) -> Any:
    """What IEEE 754 has for `left / 0`; integers become 0."""
    if left != left or (left == 0 and kind._kind.is_floating_point):
        told('invalid', _WHERE[kind])
        return math.nan
    if name == 'mod' and kind._kind.is_floating_point:
        told('invalid', _WHERE[kind])
        return math.nan
    told('divide', _WHERE[kind])
    return math.copysign(math.inf, left) if kind._kind.is_floating_point else 0


def _value(name: str, compute: Callable[[Any, Any], Any], left: Any, right: Any, kind: type) -> Any:
    try:
        made = compute(left, right)
    except ZeroDivisionError:
        if name == 'pow':
            told('divide', _WHERE[kind])
            return math.inf
        return _zero_division(name, left, kind)
    except OverflowError:
        told('over', _WHERE[kind])
        return math.inf
    if isinstance(made, complex):
        told('invalid', _WHERE[kind])
        return math.nan
    if isinstance(made, float) and not math.isfinite(made) and math.isfinite(left) and math.isfinite(right):
        told('over', _WHERE[kind])
    return made


def _wrapped(value: Any, kind: Any) -> Any:
    """A scalar of a class; integers beyond its range wrap round."""
    if kind._kind.is_floating_point or kind is bool_:
        return kind(value)
    bits = 8 * kind._kind.itemsize
    least = -(1 << (bits - 1)) if kind._kind.is_signed else 0
    wrapped = (int(value) - least) % (1 << bits) + least
    if wrapped != value:
        told('over', _WHERE[kind])
    return kind(wrapped)


def _classes(name: str, left: Any, right: Any) -> Any:
    """The class of a result; None where an operand is no number."""
    first, second = (
        kind if issubclass(kind, generic) else _OF_PYTHON.get(kind) for kind in (type(left), type(right))
    )
    if first is None or second is None:
        return None
    found = result_class(first, second)
    if name == 'truediv' and not found._kind.is_floating_point:
        return float64
    return found


def _add_operator(name: str) -> None:
    compute = getattr(operator, name)

    def apply(left: Any, right: Any) -> Any:
        kind = _classes(name, left, right)
        if kind is None:
            return NotImplemented
        first, second = (each.item() if isinstance(each, generic) else each for each in (left, right))
        if kind is bool_ and name == 'sub':
            raise TypeError(
                'numpy boolean subtract, the `-` operator, is not supported, use the bitwise_xor, the `^` '
                'operator, or the logical_xor function instead.'
            )
        if name == 'pow' and not kind._kind.is_floating_point and second < 0:
            raise ValueError('Integers to negative integer powers are not allowed.')
        return _wrapped(_value(name, compute, first, second, kind), kind)

    plain = name.strip('_')
    setattr(generic, f'__{plain}__', lambda self, other: apply(self, other))
    setattr(generic, f'__r{plain}__', lambda self, other: apply(other, self))


def _add_comparison(name: str) -> None:
    compute = getattr(operator, name)

    def apply(self: Any, other: Any) -> Any:
        if isinstance(other, generic):
            return bool_(compute(self.item(), other.item()))
        if type(other) in _OF_PYTHON:
            return bool_(compute(self.item(), other))
        return NotImplemented

    setattr(generic, f'__{name}__', apply)


def _add_logic(name: str) -> None:
    compute = getattr(operator, name)

    def apply(self: Any, other: Any) -> Any:
        kind = _classes(name, self, other)
        if kind is None or kind._kind.is_floating_point:
            return NotImplemented
        return _wrapped(compute(self.item(), other.item() if isinstance(other, generic) else other), kind)

    plain = name.strip('_')
    setattr(generic, f'__{plain}__', apply)
    setattr(generic, f'__r{plain}__', apply)


def add_operators() -> None:
    """Gives scalars their operators."""
    for name in ('and_', 'or_', 'xor'):
        _add_logic(name)
    for name in ('add', 'sub', 'mul', 'truediv', 'floordiv', 'mod', 'pow'):
        _add_operator(name)
    for name in ('eq', 'ne', 'lt', 'le', 'gt', 'ge'):
        _add_comparison(name)
    generic.__neg__ = lambda self: type(self)(-self.item())
    generic.__pos__ = lambda self: self
    generic.__abs__ = lambda self: type(self)(abs(self.item()))
    generic.__hash__ = lambda self: hash(self.item())
