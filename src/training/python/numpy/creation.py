"""Array creation."""

import itertools
import math
import operator
import warnings
from typing import Any

import torch

from .dtypes import dtype as numpy_dtype
from .dtypes import float64, torch_dtype
from .exceptions import VisibleDeprecationWarning
from .multiarray import as_tensor, ndarray, object_maker, wrap

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
    'geomspace',
    'identity',
    'linspace',
    'meshgrid',
    'ones',
    'ones_like',
    'zeros',
    'zeros_like',
]

_OFFERED_BY = 'numpy'


def array(object: Any, dtype: Any = None, copy: bool = True, order: Any = None, ndmin: int = 0) -> ndarray:
    """A new array of a number, nested sequences, an array or a tensor; of texts or objects where need be."""
    source = _numbers(object, dtype)
    if source is None:
        return _of_objects(object, dtype)
    made = source.to(torch_dtype(dtype) or source.dtype, copy=copy)
    while made.dim() < ndmin:
        made = made.unsqueeze(0)
    return ndarray._of(made)


def _numbers(object: Any, kind: Any) -> Any:
    """A tensor of numbers; None where they are none, or are not wanted."""
    if kind is not None and numpy_dtype(kind).kind in 'UO':
        return None
    try:
        return as_tensor(object)
    except NotImplementedError:
        raise
    except (TypeError, ValueError, RuntimeError) as error:
        if "Can't call numpy" in str(error):
            raise
        return None


def _of_objects(object: Any, kind: Any) -> ndarray:
    wanted = None if kind is None else numpy_dtype(kind)
    if wanted is not None and wanted.kind in 'UO':
        return object_maker(object, wanted)
    made = object_maker(object)
    is_ragged = made.dtype.kind == 'O' and any(
        isinstance(each, (list, tuple, ndarray)) for each in made._flat()
    )
    if wanted is not None:
        if is_ragged:
            raise ValueError(
                'setting an array element with a sequence. The requested array has an inhomogeneous shape '
                'after '
                f'{made.ndim} dimensions. The detected shape was {made.shape} + inhomogeneous part.'
            )
        return made.astype(wanted)
    if is_ragged:
        warnings.warn(
            'Creating an ndarray from ragged nested sequences (which is a list-or-tuple of '
            'lists-or-tuples-or '
            'ndarrays with different lengths or shapes) is deprecated. If you meant to do this, you must '
            'specify '
            "'dtype=object' when creating the ndarray.",
            VisibleDeprecationWarning,
            stacklevel=3,
        )
    return made


def asarray(a: Any, dtype: Any = None) -> ndarray:
    """An array; the same when it is one of the right dtype."""
    same = isinstance(a, ndarray) and (dtype is None or numpy_dtype(dtype) == a.dtype)
    return a if same else array(a, dtype, copy=False)


def asanyarray(a: Any, dtype: Any = None) -> ndarray:
    """An array; the same when it is one of the right dtype."""
    return asarray(a, dtype)


ascontiguousarray = asanyarray


def copy(a: Any) -> ndarray:
    """A copy."""
    return array(a)


def _shape(shape: Any) -> tuple[int, ...]:
    sizes = tuple(operator.index(size) for size in ((shape,) if hasattr(shape, '__index__') else shape))
    if any(size < 0 for size in sizes):
        raise ValueError('negative dimensions are not allowed')
    return sizes


def _filled(shape: Any, value: Any, dtype: Any) -> ndarray:
    sizes = _shape(shape)
    kind = numpy_dtype(dtype)
    if kind.kind in 'UO':
        made = {0: '', 1: '1'}.get(value, value) if kind.kind == 'U' else value
        return object_maker([made] * math.prod(sizes), kind).reshape(sizes)
    return ndarray._of(torch.full(sizes, value, dtype=torch_dtype(kind)))


def zeros(shape: Any, dtype: Any = float64, order: str = 'C') -> ndarray:
    """Zeros."""
    return _filled(shape, 0, dtype)


def ones(shape: Any, dtype: Any = float64, order: str = 'C') -> ndarray:
    """Ones."""
    return _filled(shape, 1, dtype)


def empty(shape: Any, dtype: Any = float64, order: str = 'C') -> ndarray:
    """Zeros, or None for objects: there is no uninitialised memory here."""
    return _filled(shape, None if numpy_dtype(dtype).kind == 'O' else 0, dtype)


def full(shape: Any, fill_value: Any, dtype: Any = None) -> ndarray:
    """One value everywhere."""
    value = asarray(fill_value, dtype)
    if value.ndim:
        return array(ndarray._of(value._t.expand(_shape(shape))))
    return _filled(shape, value.item(), value.dtype)


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


def eye(N: int, M: int | None = None, k: int = 0, dtype: Any = float64) -> ndarray:
    """Ones on a diagonal: the identity matrix, unless it is moved by `k`."""
    rows, columns = operator.index(N), operator.index(N if M is None else M)
    on = torch.arange(columns) - torch.arange(rows).unsqueeze(1) == k
    return ndarray._of(on.to(torch_dtype(dtype)))


def identity(n: int, dtype: Any = float) -> ndarray:
    """The identity matrix."""
    return eye(n, dtype=dtype)


def arange(start: Any = None, stop: Any = None, step: Any = 1, dtype: Any = None) -> ndarray:
    """start, start + step, … below stop.

    Raises:
        TypeError: without an end.
        ZeroDivisionError: for a step of 0.
    """
    if stop is None:
        if start is None:
            raise TypeError('arange() requires stop to be specified.')
        start, stop = 0, start
    start, stop, step = (each.item() if hasattr(each, 'item') else each for each in (start, stop, step))
    kind = torch_dtype(dtype)
    whole = all(isinstance(each, int) for each in (start, stop, step))
    if kind is None:
        kind = torch.int64 if whole else torch.float64
    count = max(0, math.ceil((stop - start) / step))
    if whole:
        return ndarray._of(torch.arange(start, start + count * step, step).to(kind))
    second = start + step
    return ndarray._of((torch.arange(count, dtype=torch.float64) * (second - start) + start).to(kind))


def linspace(
    start: Any, stop: Any, num: int = 50, endpoint: bool = True, retstep: bool = False, dtype: Any = None
) -> Any:
    """`num` numbers at equal distances from start to stop; with their distance where `retstep` is True.

    Raises:
        ValueError: for a negative number of them.
    """
    count = operator.index(num)
    if count < 0:
        raise ValueError(f'Number of samples, {count}, must be non-negative.')
    parts = count - 1 if endpoint else count
    first, last = (as_tensor(each).double() for each in (start, stop))
    step = (last - first) / parts if parts > 0 else (last - first) * math.nan
    places = torch.arange(count, dtype=torch.float64).reshape(-1, *(1,) * (last - first).dim())
    made = places * (step if parts > 0 else 0.0) + first
    if endpoint and count > 1:
        made[-1] = last
    kind = torch_dtype(dtype)
    if kind is not None and not kind.is_floating_point:
        made = made.floor()
    values = ndarray._of(made if kind is None else made.to(kind))
    return (values, wrap(step)) if retstep else values


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
