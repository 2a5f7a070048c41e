"""Universal functions that most programs use: of every element of one array, or of two."""

from typing import Any

import torch

from .creation import asarray, linspace
from .elementwise import of_one, of_two, ufunc
from .multiarray import as_tensor, ndarray
from .operators import computed

__all__ = [
    'abs',
    'absolute',
    'add',
    'arccos',
    'arcsin',
    'arctan',
    'ceil',
    'cos',
    'cosh',
    'divide',
    'exp',
    'expm1',
    'floor',
    'floor_divide',
    'isfinite',
    'isinf',
    'isnan',
    'log',
    'log1p',
    'log2',
    'log10',
    'logspace',
    'matmul',
    'maximum',
    'minimum',
    'mod',
    'multiply',
    'power',
    'remainder',
    'sign',
    'sin',
    'sinh',
    'sqrt',
    'square',
    'subtract',
    'tan',
    'tanh',
    'true_divide',
    'ufunc',
]

_OFFERED_BY = 'numpy'


exp, expm1, log, log2, log10, log1p, sqrt = (
    of_one(name, getattr(torch, name), divides=name.startswith('log'))
    for name in ('exp', 'expm1', 'log', 'log2', 'log10', 'log1p', 'sqrt')
)
sin, cos, tan, sinh, cosh, tanh = (
    of_one(name, getattr(torch, name)) for name in ('sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh')
)
arcsin, arccos, arctan = (
    of_one(name, getattr(torch, name.replace('arc', 'a'))) for name in ('arcsin', 'arccos', 'arctan')
)
floor, ceil = (of_one(name, getattr(torch, name)) for name in ('floor', 'ceil'))
absolute, sign, square, isnan, isinf, isfinite = (
    of_one(name, getattr(torch, name), floating=False)
    for name in ('absolute', 'sign', 'square', 'isnan', 'isinf', 'isfinite')
)
abs = absolute


def _operator(ufunc_name: str, name: str, identity: Any = None) -> ufunc:
    return ufunc(ufunc_name, lambda left, right: computed(name, left, right), 2, identity=identity)


add = _operator('add', 'add', 0)
subtract = _operator('subtract', 'sub')
multiply = _operator('multiply', 'mul', 1)
divide = _operator('divide', 'truediv')
true_divide = divide
floor_divide = _operator('floor_divide', 'floordiv')
remainder = _operator('remainder', 'mod')
mod = remainder
power = _operator('power', 'pow')
maximum = of_two('maximum', torch.maximum)
minimum = of_two('minimum', torch.minimum)


def matmul(x1: Any, x2: Any) -> Any:
    """The product of matrices, or of stacks of them."""
    return ndarray._of(as_tensor(x1)) @ asarray(x2)


def logspace(start: float, stop: float, num: int = 50, endpoint: bool = True, base: float = 10.0) -> ndarray:
    """`num` numbers at equal ratios from base**start to base**stop."""
    return power(base, linspace(start, stop, num, endpoint))
