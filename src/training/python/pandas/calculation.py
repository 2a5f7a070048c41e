"""Arithmetic of columns. What is missing stays missing."""

import math
import operator
from collections.abc import Callable
from typing import Any

from .column import BOOL, FLOAT, INT, NAN, Column, missing

__all__ = ['ARITHMETIC', 'COMPARISON', 'LOGIC', 'Operation', 'combined']

Operation = Callable[[Any, Any], Any]

ARITHMETIC: dict[str, Operation] = {
    'add': operator.add,
    'sub': operator.sub,
    'mul': operator.mul,
    'pow': operator.pow,
}
COMPARISON: dict[str, Operation] = {
    name: getattr(operator, name) for name in ('eq', 'ne', 'lt', 'le', 'gt', 'ge')
}
LOGIC: dict[str, Operation] = {'and': operator.and_, 'or': operator.or_, 'xor': operator.xor}


def _divided(left: Any, right: Any) -> float:
    if right != 0:
        return left / right
    return NAN if left == 0 or missing(left) else math.copysign(math.inf, left)


def _whole(left: Any, right: Any) -> Any:
    return left // right if right != 0 else _divided(left, right)


def _rest(left: Any, right: Any) -> Any:
    return left % right if right != 0 else NAN


ARITHMETIC.update({'truediv': _divided, 'floordiv': _whole, 'mod': _rest})


def combined(name: str, left: Column, right: Column) -> Column:
    """An operation of two columns of the same length."""
    pairs = zip(left.values, right.values, strict=True)
    if name in COMPARISON:
        compare = COMPARISON[name]
        return Column([_compared(compare, name, a, b) for a, b in pairs], BOOL)
    if name in LOGIC:
        return Column([LOGIC[name](a, b) for a, b in pairs])
    calculate = ARITHMETIC[name]
    values = [NAN if missing(a) or missing(b) else calculate(a, b) for a, b in pairs]
    return Column(values, _result_type(name, left, right, values))


def _compared(compare: Operation, name: str, left: Any, right: Any) -> bool:
    if missing(left) or missing(right):
        return name == 'ne'
    return bool(compare(left, right))


def _result_type(name: str, left: Column, right: Column, values: list[Any]) -> Any:
    kinds = {left.dtype.kind, right.dtype.kind}
    if 'O' in kinds:
        return None
    if 'f' in kinds or name == 'truediv' or any(isinstance(value, float) for value in values):
        return FLOAT
    return INT
