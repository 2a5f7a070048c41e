"""Arrays as bytes, and back."""

from array import array as packed
from typing import Any

import torch

from .dtypes import dtype as numpy_dtype
from .dtypes import float64, torch_dtype
from .multiarray import ndarray

__all__ = ['frombuffer', 'fromstring']

_OFFERED_LATE_BY = 'numpy'

_CODES = {'bool': 'b', 'int8': 'b', 'uint8': 'B', 'int16': 'h', 'int32': 'i', 'int64': 'q', 'float32': 'f'}


def to_bytes(array: ndarray) -> bytes:
    """The elements in row-major order, little-endian."""
    return packed(_CODES.get(array.dtype.name, 'd'), array._t.reshape(-1).tolist()).tobytes()


def from_bytes(data: bytes, kind: Any) -> ndarray:
    """An array of one dimension of what `to_bytes` gave."""
    found = numpy_dtype(kind)
    values = packed(_CODES.get(found.name, 'd'))
    values.frombytes(data)
    return ndarray._of(torch.tensor(values.tolist(), dtype=torch_dtype(found)))


def frombuffer(buffer: Any, dtype: Any = float64, count: int = -1, offset: int = 0) -> ndarray:
    """An array of the bytes of an object.

    Raises:
        ValueError: when they are no whole number of elements.
    """
    data = bytes(buffer)[offset:]
    size = numpy_dtype(dtype).itemsize
    if count >= 0:
        data = data[: count * size]
    if len(data) % size:
        raise ValueError('buffer size must be a multiple of element size')
    return from_bytes(data, dtype)


def fromstring(string: str, dtype: Any = float64, count: int = -1, sep: str = '') -> ndarray:
    """An array of the numbers in a text."""
    parts = string.split(sep if sep.strip() else None)
    make = float if numpy_dtype(dtype).kind == 'f' else int
    return ndarray._of(torch.tensor([make(part) for part in parts], dtype=torch_dtype(dtype)))
