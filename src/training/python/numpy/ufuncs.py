"""Universal functions that most programs use: of every element of one array, or of two."""

from typing import Any

import torch

from .creation import linspace
from .multiarray import as_tensor, ndarray, together, wrap

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
    'dot',
    'exp',
    'expm1',
    'floor',
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
    'multiply',
    'power',
    'sign',
    'sin',
    'sinh',
    'sqrt',
    'square',
    'subtract',
    'tan',
    'tanh',
]

_OFFERED_BY = 'numpy'


def _function(name: str, floating: bool = True) -> Any:
    def apply(x: Any) -> Any:
        if isinstance(x, torch.Tensor):
            if x.requires_grad:
                x.numpy()  # raises, as numpy's own look at the tensor does
            return getattr(x, name)()
        source = as_tensor(x)
        if floating and not source.is_floating_point():
            source = source.double()
        return wrap(getattr(source, name)())

    apply.__name__ = apply.__qualname__ = name
    apply.__doc__ = f'{name} of every element.'
    return apply


exp, log, log2, log10, log1p, expm1, sqrt = map(
    _function, ('exp', 'log', 'log2', 'log10', 'log1p', 'expm1', 'sqrt')
)
sin, cos, tan, sinh, cosh, tanh = map(_function, ('sin', 'cos', 'tan', 'sinh', 'cosh', 'tanh'))
arcsin, arccos, arctan = map(_function, ('asin', 'acos', 'atan'))
floor, ceil = map(_function, ('floor', 'ceil'))
abs, sign, square, isnan, isinf, isfinite = (
    _function(name, False) for name in ('abs', 'sign', 'square', 'isnan', 'isinf', 'isfinite')
)
absolute = abs


def _binary(name: str, operator: str) -> Any:
    def apply(x1: Any, x2: Any) -> Any:
        left = x1 if isinstance(x1, ndarray) else ndarray._of(as_tensor(x1))
        result = getattr(left, operator)(x2)
        return wrap(result._t) if isinstance(result, ndarray) else result

    apply.__name__ = apply.__qualname__ = name
    apply.__doc__ = f'{name} of two arrays, element by element.'
    return apply


add = _binary('add', '__add__')
subtract = _binary('subtract', '__sub__')
multiply = _binary('multiply', '__mul__')
divide = _binary('divide', '__truediv__')
power = _binary('power', '__pow__')
matmul = _binary('matmul', '__matmul__')
dot = _binary('dot', '__matmul__')


def maximum(x1: Any, x2: Any) -> Any:
    """The larger of two, element by element."""
    return _extreme('maximum', x1, x2)


def minimum(x1: Any, x2: Any) -> Any:
    """The smaller of two, element by element."""
    return _extreme('minimum', x1, x2)


def _extreme(name: str, x1: Any, x2: Any) -> Any:
    left, right = together(as_tensor(x1), x2)
    if not isinstance(right, torch.Tensor):
        right = torch.tensor(right, dtype=left.dtype)
    return wrap(getattr(torch, name)(left, right))


def logspace(start: float, stop: float, num: int = 50, endpoint: bool = True, base: float = 10.0) -> ndarray:
    """`num` numbers at equal ratios from base**start to base**stop."""
    return power(base, linspace(start, stop, num, endpoint))
