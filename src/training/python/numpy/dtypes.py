"""numpy's dtypes and scalars. A scalar is a Python number that knows its dtype."""

from typing import Any

import torch

from .arrayprint import array_text

__all__ = [
    'SCALARS',
    'bool_',
    'dtype',
    'float16',
    'float32',
    'float64',
    'generic',
    'int8',
    'int16',
    'int32',
    'int64',
    'scalar_of',
    'torch_dtype',
    'uint8',
]


class generic:
    """The base of numpy's scalars."""

    _kind: Any
    ndim = 0
    shape: tuple[int, ...] = ()
    size = 1

    @property
    def dtype(self) -> 'dtype':
        """The type of the value."""
        return dtype(type(self))

    def item(self) -> Any:
        """The value as a Python number."""
        return _PYTHON[self._kind.code](self)

    def tolist(self) -> Any:
        """The value as a Python number."""
        return self.item()

    def astype(self, kind: Any) -> Any:
        """The value as another type."""
        return dtype(kind).type(self)

    def _as_tensor(self) -> Any:
        return torch.tensor(self.item(), dtype=self._kind)

    def __format__(self, specification: str) -> str:
        return format(self.item(), specification) if specification else str(self)


class float64(generic, float):
    """A double-precision number."""

    _kind = torch.float64
    __repr__ = float.__repr__
    __str__ = float.__repr__

    def round(self, decimals: int = 0) -> 'float64':
        """Rounded to decimals."""
        return float64(round(float(self), decimals))


class _rounded(generic, float):
    def __new__(cls, value: Any = 0.0) -> Any:
        return float.__new__(cls, torch.tensor(float(value), dtype=cls._kind).item())

    def __repr__(self) -> str:
        return array_text(self._as_tensor())

    __str__ = __repr__

    def round(self, decimals: int = 0) -> Any:
        """Rounded to decimals."""
        return type(self)(round(float(self), decimals))


class float32(_rounded):
    """A single-precision number."""

    _kind = torch.float32


class float16(_rounded):
    """A half-precision number."""

    _kind = torch.float16


class _integer(generic, int):
    __repr__ = int.__repr__
    __str__ = int.__repr__


class int64(_integer):
    """An integer of 64 bits."""

    _kind = torch.int64


class int32(_integer):
    """An integer of 32 bits."""

    _kind = torch.int32


class int16(_integer):
    """An integer of 16 bits."""

    _kind = torch.int16


class int8(_integer):
    """An integer of 8 bits."""

    _kind = torch.int8


class uint8(_integer):
    """A natural number of 8 bits."""

    _kind = torch.uint8


class bool_(generic, int):
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
_OWN = tuple(cls for cls in SCALARS if cls is not None)
for _scalar in _OWN:
    _scalar.__module__ = 'numpy'
_PYTHON: tuple[Any, ...] = (bool, int, int, int, int, int, float, float, float, float)
_BY_NAME = {
    **{str(cls._kind).removeprefix('torch.'): cls for cls in _OWN},
    'half': float16,
    'f2': float16,
    'float': float64,
    'int': int64,
    'f4': float32,
    'f8': float64,
    'i4': int32,
    'i8': int64,
    'd': float64,
    'f': float32,
}


class dtype:
    """The type of an array's elements."""

    __slots__ = ('type',)

    type: Any

    def __new__(cls, kind: Any) -> 'dtype':
        if isinstance(kind, dtype):
            return kind
        made = object.__new__(cls)
        made.type = _scalar_class(kind)
        return made

    @property
    def name(self) -> str:
        """Such as `float32`."""
        return str(self.type._kind).removeprefix('torch.')

    @property
    def code(self) -> int:
        """The engine's code."""
        return self.type._kind.code

    @property
    def kind(self) -> str:
        """`f`, `i`, `u` or `b`."""
        return 'biuf'[0 if self.code == 0 else 2 if self.code == 1 else 1 if self.code < 6 else 3]

    @property
    def itemsize(self) -> int:
        """Bytes of an element."""
        return self.type._kind.itemsize

    def __repr__(self) -> str:
        return f"dtype('{self.name}')"

    def __str__(self) -> str:
        return self.name

    def __eq__(self, other: object) -> bool:
        try:
            return self.type is dtype(other).type
        except TypeError:
            return False

    def __hash__(self) -> int:
        return hash(self.name)

    def __reduce__(self) -> Any:
        return dtype, (self.name,)


def _scalar_class(kind: Any) -> Any:
    if isinstance(kind, type):
        if issubclass(kind, generic):
            return kind
        return {bool: bool_, int: int64, float: float64}[kind]
    if isinstance(kind, torch.dtype):
        return SCALARS[kind.code]
    if isinstance(kind, str) and kind in _BY_NAME:
        return _BY_NAME[kind]
    raise TypeError(f'data type {kind!r} not understood')


def torch_dtype(kind: Any) -> Any:
    """torch's dtype of numpy's; None for None."""
    return None if kind is None else dtype(kind).type._kind


def scalar_of(tensor: Any) -> Any:
    """The only element of a tensor as numpy's scalar."""
    return SCALARS[tensor.dtype.code](tensor.item())
