"""A small numpy over the engine's tensors: what exercises of the book use of it."""

import builtins as _builtins
import math as _math
from typing import Any

import torch as _torch

from . import random
from .array import as_tensor as _as_tensor
from .array import ndarray
from .array import together as _together
from .array import wrap as _wrap
from .creation import (
    arange,
    array,
    asarray,
    empty,
    eye,
    full,
    genfromtxt,
    linspace,
    loadtxt,
    meshgrid,
    ones,
    ones_like,
    zeros,
    zeros_like,
)
from .dtypes import bool_, float32, float64, generic, int8, int16, int32, int64, uint8
from .dtypes import dtype as _dtype
from .dtypes import torch_dtype as _torch_dtype

__version__ = '1.23.5+d2l.exercises'

pi = _math.pi
e = _math.e
inf = _math.inf
nan = _math.nan
newaxis = None
number = generic
floating = float64
integer = int64


def _from_tensor(tensor: Any) -> ndarray:
    return ndarray._of(tensor)


def logspace(start: float, stop: float, num: int = 50, endpoint: bool = True, base: float = 10.0) -> ndarray:
    """`num` numbers at equal ratios from base**start to base**stop."""
    return power(base, linspace(start, stop, num, endpoint))


def _function(name: str, floating: bool = True) -> Any:
    def apply(x: Any) -> Any:
        if isinstance(x, _torch.Tensor):
            if x.requires_grad:
                x.numpy()  # raises, as numpy's own look at the tensor does
            return getattr(x, name)()
        source = _as_tensor(x)
        if floating and not source.is_floating_point():
            source = source.double()
        return _wrap(getattr(source, name)())

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
        left = x1 if isinstance(x1, ndarray) else ndarray._of(_as_tensor(x1))
        result = getattr(left, operator)(x2)
        return _wrap(result._t) if isinstance(result, ndarray) else result

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
    left, right = _together(_as_tensor(x1), x2)
    if not isinstance(right, _torch.Tensor):
        right = _torch.tensor(right, dtype=left.dtype)
    return _wrap(getattr(_torch, name)(left, right))


def _method(name: str) -> Any:
    def apply(a: Any, *args: Any, **kwargs: Any) -> Any:
        return getattr(asarray(a), name)(*args, **kwargs)

    apply.__name__ = apply.__qualname__ = name
    apply.__doc__ = f'As the method {name} of arrays.'
    return apply


sum, mean, prod, max, min, std, var, cumsum, argmax, argmin, argsort, all, any = map(
    _method,
    (
        'sum',
        'mean',
        'prod',
        'max',
        'min',
        'std',
        'var',
        'cumsum',
        'argmax',
        'argmin',
        'argsort',
        'all',
        'any',
    ),
)
reshape, transpose, ravel, squeeze, clip, round = map(
    _method, ('reshape', 'transpose', 'ravel', 'squeeze', 'clip', 'round')
)
amax, amin = max, min
around = round


def sort(a: Any, axis: int = -1) -> ndarray:
    """A sorted copy."""
    made = array(a)
    made.sort(axis)
    return made


def shape(a: Any) -> tuple[int, ...]:
    """The length of each dimension."""
    return asarray(a).shape


def ndim(a: Any) -> int:
    """The number of dimensions."""
    return asarray(a).ndim


def size(a: Any) -> int:
    """The number of elements."""
    return asarray(a).size


def concatenate(arrays: Any, axis: int = 0) -> ndarray:
    """Arrays one after the other along a dimension."""
    return ndarray._of(_torch.cat([_as_tensor(each) for each in arrays], axis))


def stack(arrays: Any, axis: int = 0) -> ndarray:
    """Arrays one after the other along a new dimension."""
    return ndarray._of(_torch.stack([_as_tensor(each) for each in arrays], axis))


def vstack(tup: Any) -> ndarray:
    """Arrays one below the other."""
    return concatenate([a if a.ndim > 1 else a.reshape(1, -1) for a in map(asarray, tup)])


def hstack(tup: Any) -> ndarray:
    """Arrays one beside the other."""
    arrays = [asarray(a) for a in tup]
    return concatenate(arrays, 0 if arrays[0].ndim == 1 else 1)


def expand_dims(a: Any, axis: int) -> ndarray:
    """With a further dimension of size 1."""
    return ndarray._of(_as_tensor(a).unsqueeze(axis))


def where(condition: Any, x: Any = None, y: Any = None) -> Any:
    """Elements of x where the condition holds, of y elsewhere; alone, the places where it holds."""
    mask = _as_tensor(condition).bool()
    if x is None:
        found = mask.nonzero()
        return tuple(ndarray._of(found[:, i]) for i in range(mask.dim()))
    left, right = _together(_as_tensor(x), y)
    if not isinstance(right, _torch.Tensor):
        right = _torch.tensor(right, dtype=left.dtype)
    return _wrap(_torch.where(mask, left, right))


def outer(a: Any, b: Any) -> ndarray:
    """All products of the elements of two vectors."""
    return asarray(a).reshape(-1, 1) * asarray(b).reshape(1, -1)


def diag(v: Any) -> ndarray:
    """The matrix with a vector as its diagonal, or the diagonal of a matrix."""
    source = _as_tensor(v)
    positions = _torch.arange(source.shape[0])
    if source.dim() == 2:
        return ndarray._of(source[positions, positions])
    made = _torch.zeros(source.shape[0], source.shape[0], dtype=source.dtype)
    made[positions, positions] = source
    return ndarray._of(made)


def allclose(a: Any, b: Any, rtol: float = 1e-05, atol: float = 1e-08) -> bool:
    """Whether all elements are equal within tolerances."""
    left, right = asarray(a), asarray(b)
    return bool((abs(left - right) <= atol + rtol * abs(right)).all())


def array_equal(a1: Any, a2: Any) -> bool:
    """Whether shapes and elements are equal."""
    left, right = asarray(a1), asarray(a2)
    return left.shape == right.shape and bool((left == right).all())


def isscalar(element: Any) -> bool:
    """Whether it is a single number or string."""
    return isinstance(element, (bool, int, float, str))


dtype = _dtype


def __dir__() -> list[str]:
    from .later import OWNERS

    return sorted([*globals(), *OWNERS])


def __getattr__(name: str) -> Any:
    aliases = {'bool': _builtins.bool, 'int': _builtins.int, 'float': _builtins.float}
    if name in aliases:
        return aliases[name]
    if name.startswith('__'):
        raise AttributeError(f"module 'numpy' has no attribute '{name}'")
    from .later import load

    found = load(name)
    if found is not None:
        return found
    from ._names import missing

    raise missing('numpy', name)
