"""Array creation."""

import itertools
import math
from typing import Any

import torch

from .dtypes import float64, torch_dtype
from .multiarray import as_tensor, ndarray

__all__ = [
    'arange',
    'array',
    'asanyarray',
    'asarray',
    'ascontiguousarray',
    'copy',
    'empty',
    'empty_like',
    'eye',
    'fromiter',
    'full',
    'full_like',
    'genfromtxt',
    'geomspace',
    'identity',
    'linspace',
    'loadtxt',
    'meshgrid',
    'ones',
    'ones_like',
    'zeros',
    'zeros_like',
]

_OFFERED_BY = 'numpy'


def array(object: Any, dtype: Any = None, copy: bool = True, ndmin: int = 0) -> ndarray:
    """A new array of a number, nested sequences, an array or a tensor."""
    source = as_tensor(object)
    made = source.to(torch_dtype(dtype) or source.dtype, copy=copy)
    while made.dim() < ndmin:
        made = made.unsqueeze(0)
    return ndarray._of(made)


def asarray(a: Any, dtype: Any = None) -> ndarray:
    """An array; the same when it is one of the right dtype."""
    return a if isinstance(a, ndarray) and dtype is None else array(a, dtype, copy=False)


def asanyarray(a: Any, dtype: Any = None) -> ndarray:
    """An array; the same when it is one of the right dtype."""
    return asarray(a, dtype)


ascontiguousarray = asanyarray


def copy(a: Any) -> ndarray:
    """A copy."""
    return array(a)


def _shape(shape: Any) -> tuple[int, ...]:
    return (int(shape),) if hasattr(shape, '__index__') else tuple(int(size) for size in shape)


def zeros(shape: Any, dtype: Any = float64) -> ndarray:
    """Zeros."""
    return ndarray._of(torch.zeros(_shape(shape), dtype=torch_dtype(dtype)))


def ones(shape: Any, dtype: Any = float64) -> ndarray:
    """Ones."""
    return ndarray._of(torch.ones(_shape(shape), dtype=torch_dtype(dtype)))


empty = zeros


def full(shape: Any, fill_value: Any, dtype: Any = None) -> ndarray:
    """One value everywhere."""
    kind = torch_dtype(dtype) or as_tensor(fill_value).dtype
    return ndarray._of(torch.full(_shape(shape), fill_value, dtype=kind))


def zeros_like(a: Any, dtype: Any = None) -> ndarray:
    """Zeros of the same shape."""
    return ndarray._of(torch.zeros_like(as_tensor(a), dtype=torch_dtype(dtype)))


def ones_like(a: Any, dtype: Any = None) -> ndarray:
    """Ones of the same shape."""
    return ndarray._of(torch.ones_like(as_tensor(a), dtype=torch_dtype(dtype)))


def full_like(a: Any, fill_value: Any, dtype: Any = None) -> ndarray:
    """One value everywhere, in the shape of another array."""
    source = asarray(a)
    return full(source.shape, fill_value, source.dtype if dtype is None else dtype)


def empty_like(a: Any, dtype: Any = None) -> ndarray:
    """Zeros in the shape of another array."""
    return full_like(a, 0, dtype)


def eye(N: int, M: int | None = None, dtype: Any = float64) -> ndarray:
    """The identity matrix."""
    return ndarray._of(torch.eye(N, N if M is None else M, dtype=torch_dtype(dtype)))


def identity(n: int, dtype: Any = float) -> ndarray:
    """The identity matrix."""
    return eye(n, dtype=dtype)


def arange(start: Any, stop: Any = None, step: Any = 1, dtype: Any = None) -> ndarray:
    """start, start + step, … below stop."""
    if stop is None:
        start, stop = 0, start
    kind = torch_dtype(dtype)
    if kind is None:
        whole = all(isinstance(each, int) for each in (start, stop, step))
        kind = torch.int64 if whole else torch.float64
    count = max(0, math.ceil((stop - start) / step))
    second = start + step
    values = [start + i * (second - start) for i in range(count)]
    return ndarray._of(torch.tensor(values, dtype=kind))


def linspace(start: float, stop: float, num: int = 50, endpoint: bool = True) -> ndarray:
    """`num` numbers at equal distances from start to stop."""
    parts = num - 1 if endpoint else num
    step = (stop - start) / parts if parts > 0 else 0.0
    values = [start + i * step for i in range(num)]
    if endpoint and num > 1:
        values[-1] = float(stop)
    return ndarray._of(torch.tensor(values, dtype=torch.float64))


def geomspace(start: float, stop: float, num: int = 50, endpoint: bool = True) -> ndarray:
    """`num` numbers at equal ratios from start to stop."""
    ratio = (stop / start) ** (1 / ((num - 1 if endpoint else num) or 1))
    made = [start * ratio**place for place in range(num)]
    if endpoint and num > 1:
        made[-1] = float(stop)
    return array([float(each) for each in made])


def meshgrid(*xi: Any, indexing: str = 'xy') -> list[ndarray]:
    """The coordinates of a grid, one array for each dimension."""
    return [ndarray._of(grid) for grid in torch.meshgrid(*map(as_tensor, xi), indexing=indexing)]


def fromiter(iter: Any, dtype: Any, count: int = -1) -> ndarray:
    """An array of what an iterable gives."""
    return array(list(itertools.islice(iter, None if count < 0 else count)), dtype=dtype)


def genfromtxt(
    fname: Any, dtype: Any = float64, delimiter: str | None = None, skip_header: int = 0
) -> ndarray:
    """The numbers in a text file, one row for each line; what is no number becomes NaN."""
    if isinstance(fname, str):
        with open(fname) as file:
            return genfromtxt(file, dtype, delimiter, skip_header)
    lines = [line.rstrip('\n') for line in fname]
    rows = [[_number(part) for part in line.split(delimiter)] for line in lines[skip_header:] if line.strip()]
    made = array(rows if len(rows) != 1 else rows[0], dtype)
    return made.reshape(-1) if made.ndim == 2 and made.shape[1] == 1 else made


loadtxt = genfromtxt


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError:
        return math.nan
