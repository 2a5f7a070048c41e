"""A small numpy over the engine's tensors: what exercises of the book use of it."""

import builtins as _builtins
import importlib as _importlib
import math as _math
from typing import Any as _Any

from . import _collected, methods, objectarray, operators, random, scalarmath
from ._collected import *  # noqa: F403
from ._names import missing as _missing
from .dtypes import (
    bool_,
    dtype,
    float16,
    float32,
    float64,
    generic,
    int8,
    int16,
    int32,
    int64,
    object_,
    str_,
    uint8,
)
from .multiarray import ndarray

__version__ = '1.23.5+d2l.exercises'

pi = _math.pi
e = _math.e
inf = _math.inf
nan = _math.nan
newaxis = None
number = generic
floating = float64
integer = int64

operators.add_operators()
scalarmath.add_operators()
methods.add_methods()

__all__ = [
    *_collected.__all__,
    *_collected.LATE,
    'bool_',
    'dtype',
    'e',
    'float16',
    'float32',
    'float64',
    'floating',
    'generic',
    'inf',
    'int8',
    'int16',
    'int32',
    'int64',
    'integer',
    'nan',
    'ndarray',
    'newaxis',
    'number',
    'object_',
    'pi',
    'random',
    'str_',
    'uint8',
]

_ALIASES = {
    'bool': _builtins.bool,
    'int': _builtins.int,
    'float': _builtins.float,
    'object': _builtins.object,
    'str': _builtins.str,
}
_MODULES = ('linalg', 'testing')


def __dir__() -> list[str]:
    return sorted({*globals(), *_collected.LATE})


def __getattr__(name: str) -> _Any:
    if name in _ALIASES:
        return _ALIASES[name]
    if name in _collected.LATE:
        return getattr(_importlib.import_module(_collected.LATE[name]), name)
    if name in _MODULES:
        return _importlib.import_module(f'numpy.{name}')
    if name.startswith('__'):
        raise AttributeError(f"module 'numpy' has no attribute '{name}'")
    raise _missing('numpy', name)
