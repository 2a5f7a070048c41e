"""Functions of one or two arrays, element by element, that fewer programs use."""

import math
from collections.abc import Callable
from typing import Any

import torch

from .array import as_tensor, together, wrap
from .creation import asarray


def _named(function: Callable[..., Any], name: str, doc: str) -> Any:
    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    return function


def _of_one(name: str, compute: Callable[[Any], Any], floating: bool = True) -> Any:
    def apply(x: Any) -> Any:
        source = as_tensor(x)
        return wrap(compute(source if source.is_floating_point() or not floating else source.double()))

    return _named(apply, name, f'{name} of every element.')


def _of_two(name: str, compute: Callable[[Any, Any], Any]) -> Any:
    def apply(x1: Any, x2: Any) -> Any:
        left, right = together(as_tensor(x1), x2)
        if not isinstance(right, torch.Tensor):
            right = torch.tensor(right, dtype=left.dtype)
        return wrap(compute(left, right))

    return _named(apply, name, f'{name} of two arrays, element by element.')


def _of_reals(name: str, compute: Callable[[Any, Any], Any]) -> Any:
    def doubled(left: Any, right: Any) -> Any:
        pair = (each if each.is_floating_point() else each.double() for each in (left, right))
        return compute(*pair)

    return _of_two(name, doubled)


arcsinh = _of_one('arcsinh', torch.asinh)
arccosh = _of_one('arccosh', torch.acosh)
arctanh = _of_one('arctanh', torch.atanh)
exp2 = _of_one('exp2', torch.exp2)
cbrt = _of_one('cbrt', lambda x: x.sign() * x.abs() ** (1 / 3))
deg2rad, radians = (_of_one(name, lambda x: x * (math.pi / 180)) for name in ('deg2rad', 'radians'))
rad2deg, degrees = (_of_one(name, lambda x: x * (180 / math.pi)) for name in ('rad2deg', 'degrees'))
rint = _of_one('rint', torch.round)
fix = _of_one('fix', torch.trunc)
trunc = _of_one('trunc', torch.trunc)
fabs = _of_one('fabs', torch.abs)
negative = _of_one('negative', torch.neg, False)
positive = _of_one('positive', torch.clone, False)
real = _of_one('real', torch.clone, False)
reciprocal = _of_one('reciprocal', torch.reciprocal)
signbit = _of_one('signbit', torch.signbit, False)
isneginf = _of_one('isneginf', lambda x: x == -math.inf)
isposinf = _of_one('isposinf', lambda x: x == math.inf)
invert = bitwise_not = _of_one('invert', torch.bitwise_not, False)

greater = _of_two('greater', torch.gt)
greater_equal = _of_two('greater_equal', torch.ge)
less = _of_two('less', torch.lt)
less_equal = _of_two('less_equal', torch.le)
equal = _of_two('equal', torch.eq)
not_equal = _of_two('not_equal', torch.ne)
bitwise_and = _of_two('bitwise_and', torch.bitwise_and)
bitwise_or = _of_two('bitwise_or', torch.bitwise_or)
bitwise_xor = _of_two('bitwise_xor', torch.bitwise_xor)
fmax = _of_two('fmax', torch.fmax)
fmin = _of_two('fmin', torch.fmin)
fmod = _of_two('fmod', torch.fmod)
hypot = _of_reals('hypot', torch.hypot)
copysign = _of_reals('copysign', torch.copysign)
logaddexp = _of_reals('logaddexp', torch.logaddexp)
heaviside = _of_reals('heaviside', torch.heaviside)
float_power = _of_reals('float_power', lambda x, y: x.double() ** y.double())


def true_divide(x1: Any, x2: Any) -> Any:
    """x1 / x2, element by element."""
    return asarray(x1) / x2


def divmod(x1: Any, x2: Any) -> tuple[Any, Any]:
    """Quotient and remainder of a division that rounds down."""
    quotient = asarray(x1) // x2
    return quotient, asarray(x1) - quotient * x2
