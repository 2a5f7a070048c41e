"""numpy's scalars: Python numbers that know their dtype."""

from array import array
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar

import torch
from torch._type_names import BuiltinType

from .arrayprint import array_text

__all__ = [
    'OWN',
    'SCALARS',
    'bool_',
    'float16',
    'float32',
    'float64',
    'generic',
    'int8',
    'int16',
    'int32',
    'int64',
    'object_',
    'scalar_of',
    'str_',
    'uint8',
]


class generic(metaclass=BuiltinType, package='numpy'):
    """The base of numpy's scalars."""

    _kind: Any
    ndim = 0
    shape: tuple[int, ...] = ()
    size = 1

    _dtype_of: ClassVar[Callable[[Any], Any]]
    """Makes a dtype; set by the module of dtypes, which knows scalars."""

    if TYPE_CHECKING:
        # What `scalarmath.add_operators` adds.
        __neg__: ClassVar[Callable[[Any], Any]]
        __pos__: ClassVar[Callable[[Any], Any]]
        __abs__: ClassVar[Callable[[Any], Any]]

    @property
    def dtype(self) -> Any:
        """The type of the value."""
        return generic._dtype_of(type(self))

    def item(self) -> Any:
        """The value as a Python number."""
        return _PYTHON[self._kind.code](self)

    def tolist(self) -> Any:
        """The value as a Python number."""
        return self.item()

    def astype(self, kind: Any) -> Any:
        """The value as another type."""
        return generic._dtype_of(kind).type(self)

    def _as_tensor(self) -> Any:
        return torch.tensor(self.item(), dtype=self._kind)

    def __format__(self, specification: str) -> str:
        return format(self.item(), specification) if specification else str(self)


class float64(generic, float, package='numpy'):
    """A double-precision number."""

    _kind = torch.float64
    __repr__ = float.__repr__
    __str__ = float.__repr__

    def round(self, decimals: int = 0) -> 'float64':
        """Rounded to decimals."""
        return float64(round(float(self), decimals))


class _rounded(generic, float):
    """A floating-point number of fewer bits than Python's."""

    def __new__(cls, value: Any = 0.0) -> Any:
        if cls._kind is torch.float32:
            return float.__new__(cls, array('f', (float(value),))[0])
        return float.__new__(cls, torch.tensor(float(value), dtype=cls._kind).item())

    def __repr__(self) -> str:
        return array_text(self._as_tensor())

    __str__ = __repr__

    def round(self, decimals: int = 0) -> Any:
        """Rounded to decimals."""
        return type(self)(round(float(self), decimals))


class float32(_rounded, package='numpy'):
    """A single-precision number."""

    _kind = torch.float32


class float16(_rounded, package='numpy'):
    """A half-precision number."""

    _kind = torch.float16


class _integer(generic, int):
    __repr__ = int.__repr__
    __str__ = int.__repr__


class int64(_integer, package='numpy'):
    """An integer of 64 bits."""

    _kind = torch.int64


class int32(_integer, package='numpy'):
    """An integer of 32 bits."""

    _kind = torch.int32


class int16(_integer, package='numpy'):
    """An integer of 16 bits."""

    _kind = torch.int16


class int8(_integer, package='numpy'):
    """An integer of 8 bits."""

    _kind = torch.int8


class uint8(_integer, package='numpy'):
    """A natural number of 8 bits."""

    _kind = torch.uint8


class str_(str):
    """A text: an element of an array of texts is a Python string."""

    _kind = None


class object_:
    """Any object of Python's."""

    _kind = None


class bool_(generic, int, package='numpy'):
    """True or False."""

    _kind = torch.bool

    def __new__(cls, value: Any = False) -> 'bool_':
        return int.__new__(cls, bool(value))

    def __repr__(self) -> str:
        return str(bool(self))

    __str__ = __repr__

    def __invert__(self) -> 'bool_':
        return bool_(not self)


# By the engine's codes; numpy has no bfloat16.
SCALARS: tuple[Any, ...] = (bool_, uint8, int8, int16, int32, int64, float16, None, float32, float64)
OWN = tuple(cls for cls in SCALARS if cls is not None)
for _scalar in (*OWN, str_, object_):
    _scalar.__module__ = 'numpy'
_PYTHON: tuple[Any, ...] = (bool, int, int, int, int, int, float, float, float, float)


def scalar_of(tensor: Any) -> Any:
    """The only element of a tensor as numpy's scalar."""
    return SCALARS[tensor.dtype.code](tensor.item())
