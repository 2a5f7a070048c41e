"""Tensor's other dtypes: `to` and its relatives."""

from typing import TYPE_CHECKING, Any

import _engine

from ._dtypes import (
    DTYPES,
    PYTHON_TYPES,
    bfloat16,
    bool_,
    complex64,
    complex128,
    device,
    dtype,
    float16,
    float32,
    float64,
    int8,
    int16,
    int32,
    int64,
    require_cpu,
    uint8,
)
from ._handle import Handle, wrap
from ._memory_formats import in_format, memory_format
from ._warnings import warn_once

if TYPE_CHECKING:
    from ._tensor import Tensor

__all__ = ['Casts']

_dtype = _engine.dtype


class Casts:
    """Conversions to other dtypes."""

    __slots__ = ()

    _h: int

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

    def to(self, *args: Any, **kwargs: Any) -> 'Tensor':
        """The values with another dtype (or that of another tensor); itself when nothing changes.

        Raises:
            TypeError: for another keyword argument.
            AssertionError, NotImplementedError: for a device other than the CPU.
        """
        wanted = kwargs.pop('dtype', None)
        require_cpu(kwargs.pop('device', None))
        copy = kwargs.pop('copy', False)
        wanted_format = kwargs.pop('memory_format', None)
        kwargs.pop('non_blocking', None)
        if kwargs:
            raise TypeError(f"to() received an unexpected keyword argument '{next(iter(kwargs))}'")
        for argument in args:
            if isinstance(argument, Handle):
                wanted = argument.dtype
            elif isinstance(argument, dtype):
                wanted = argument
            elif isinstance(argument, type) and argument in PYTHON_TYPES:
                wanted = PYTHON_TYPES[argument]
            elif isinstance(argument, (str, int, device)) and not isinstance(argument, bool):
                require_cpu(argument)
        return in_format(self._cast(wanted, copy), wanted_format)

    def _cast(self, wanted: dtype | None, copy: bool = False) -> Any:
        if wanted is not None and wanted.code != _dtype(self._h):
            if self.is_complex() and not wanted.is_complex and wanted is not bool_:
                warn_once('Casting complex values to real discards the imaginary part')
            return wrap(_engine._to_copy(self._h, wanted.code))
        return self.clone() if copy else self

    def type(self, dtype: Any = None, non_blocking: bool = False) -> Any:
        """The name of the tensor's type, or the values as another type."""
        if dtype is None:
            return f'torch.{self.dtype.legacy_name}Tensor'
        return self._cast(_type_named(dtype))

    def type_as(self, other: 'Tensor') -> 'Tensor':
        """The values with the dtype of `other`."""
        return self._cast(other.dtype)

    def float(self, memory_format: memory_format | None = None) -> 'Tensor':
        """As float32."""
        return in_format(self._cast(float32), memory_format)

    def double(self, memory_format: memory_format | None = None) -> 'Tensor':
        """As float64."""
        return in_format(self._cast(float64), memory_format)

    def cfloat(self, memory_format: memory_format | None = None) -> 'Tensor':
        """As complex64."""
        return in_format(self._cast(complex64), memory_format)

    def cdouble(self, memory_format: memory_format | None = None) -> 'Tensor':
        """As complex128."""
        return in_format(self._cast(complex128), memory_format)

    def half(self, memory_format: memory_format | None = None) -> 'Tensor':
        """As float16."""
        return in_format(self._cast(float16), memory_format)

    def bfloat16(self, memory_format: memory_format | None = None) -> 'Tensor':
        """As bfloat16."""
        return in_format(self._cast(bfloat16), memory_format)

    def long(self, memory_format: memory_format | None = None) -> 'Tensor':
        """As int64."""
        return in_format(self._cast(int64), memory_format)

    def int(self, memory_format: memory_format | None = None) -> 'Tensor':
        """As int32."""
        return in_format(self._cast(int32), memory_format)

    def short(self, memory_format: memory_format | None = None) -> 'Tensor':
        """As int16."""
        return in_format(self._cast(int16), memory_format)

    def char(self, memory_format: memory_format | None = None) -> 'Tensor':
        """As int8."""
        return in_format(self._cast(int8), memory_format)

    def byte(self, memory_format: memory_format | None = None) -> 'Tensor':
        """As uint8."""
        return in_format(self._cast(uint8), memory_format)

    def bool(self, memory_format: memory_format | None = None) -> 'Tensor':
        """As bool: whether each element differs from 0."""
        return in_format(self._cast(bool_), memory_format)


def _type_named(wanted: Any) -> dtype:
    if isinstance(wanted, dtype):
        return wanted
    if wanted in PYTHON_TYPES:
        return PYTHON_TYPES[wanted]
    found = getattr(wanted, '_dtype', None)
    if found is not None:
        return found
    for candidate in DTYPES:
        if wanted == f'torch.{candidate.legacy_name}Tensor':
            return candidate
    raise ValueError(f'invalid type: {wanted!r}')
