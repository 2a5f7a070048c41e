"""Tensors from Python data: torch.tensor and its relatives."""

import warnings
from array import array
from typing import TYPE_CHECKING, Any

import _engine

from ._dtypes import (
    DTYPES,
    PYTHON_TYPES,
    Device,
    complex_of,
    dtype,
    get_default_dtype,
    parts_of,
    require_cpu,
    result_dtype_of,
)
from ._handle import Handle, wrap
from ._parameters import scalar_kind

if TYPE_CHECKING:
    from ._tensor import Tensor

__all__ = [
    'as_tensor',
    'asarray',
    'from_data',
    'from_numpy',
    'rebuild',
    'scalar_tensor',
    'sequence',
    'tensor',
]

_NUMBERS = {float, int, bool, complex}
# The engine's answer to integers that floats are too short for.
_TOO_LONG = -2
_OVERFLOW = 'Overflow when unpacking long long'


class _Missing:
    """The default of an argument that must be given; its repr is what `help` shows."""

    def __repr__(self) -> str:
        return '<required>'


_MISSING: Any = _Missing()


def tensor(
    data: Any = _MISSING,
    *,
    dtype: dtype | None = None,
    device: Device = None,
    requires_grad: bool = False,
    pin_memory: bool = False,
) -> 'Tensor':
    """A new tensor with a copy of `data`.

    Args:
        data: a number, a nested list or tuple of numbers, a numpy array, or a tensor.
        dtype: inferred from the data unless given: bool, int64, or the default floating-point dtype.
        requires_grad: whether operations on it are recorded for `backward`.

    Raises:
        ValueError: when nested sequences differ in length.
        TypeError: for elements that are no numbers.
    """
    if data is _MISSING:
        raise TypeError('tensor() missing 1 required positional arguments: "data"')
    require_cpu(device)
    wanted = _checked_dtype(dtype, 'tensor')
    if isinstance(data, Handle):
        warnings.warn(
            'To copy construct from a tensor, it is recommended to use sourceTensor.detach().clone() or '
            'sourceTensor.detach().clone().requires_grad_(True), rather than torch.tensor(sourceTensor).',
            stacklevel=2,
        )
        return _copied(data.detach(), wanted, requires_grad)
    as_tensor = getattr(data, '_as_tensor', None)
    if as_tensor is not None:
        return _copied(as_tensor(), wanted, requires_grad)
    return from_data(data, wanted, requires_grad)


def _checked_dtype(wanted: Any, function: str) -> dtype | None:
    if isinstance(wanted, type):
        wanted = PYTHON_TYPES.get(wanted, wanted)
    if wanted is not None and not isinstance(wanted, dtype):
        raise TypeError(f"{function}(): argument 'dtype' must be torch.dtype, not {type(wanted).__name__}")
    return wanted


def _copied(source: Any, wanted: dtype | None, requires_grad: bool) -> Any:
    made = source.clone() if wanted is None or wanted is source.dtype else source.to(wanted)
    return made.requires_grad_(True) if requires_grad else made


def from_data(data: Any, wanted: dtype | None, requires_grad: bool) -> 'Tensor':
    """A tensor of a number or of (nested) sequences, with their dtype unless another is wanted.

    Raises:
        ValueError: for a table of pandas'.
    """
    if scalar_kind(data) >= 0:
        return _make((data,), (), wanted or result_dtype_of(data), requires_grad)
    if hasattr(data, 'iloc') and getattr(data, 'ndim', 1) == 2:
        raise ValueError(f"could not determine the shape of object type '{type(data).__name__}'")
    if not isinstance(data, (list, tuple, range)):
        data = sequence(data)
    kinds = set(map(type, data))
    if kinds <= _NUMBERS:
        return _make(data, (len(data),), wanted or _dtype_of_kinds(kinds), requires_grad)
    flat: list[Any] = []
    shape = _shape(data)
    _flatten(data, shape, 0, flat)
    return _make(flat, shape, wanted or _inferred(data), requires_grad)


def _dtype_of_kinds(kinds: set[type]) -> dtype:
    if complex in kinds:
        return complex_of(get_default_dtype())
    if float in kinds or not kinds:
        return get_default_dtype()
    return PYTHON_TYPES[int] if int in kinds else PYTHON_TYPES[bool]


def sequence(data: Any) -> list[Any]:
    """What has a length and elements, as a list.

    Raises:
        TypeError: for text.
        RuntimeError: for what is no sequence.
    """
    if isinstance(data, (str, bytes)):
        raise TypeError(f"new(): invalid data type '{type(data).__name__}'")
    if hasattr(data, '__len__') and hasattr(data, '__getitem__'):
        return [data[position] for position in range(len(data))]
    raise RuntimeError(f'Could not infer dtype of {type(data).__name__}')


def _nested(item: Any) -> Any:
    """A member of a sequence as a list, or None when it is a single number."""
    if isinstance(item, (list, tuple, range)):
        return item
    if isinstance(item, Handle):
        return None
    if hasattr(item, 'tolist'):
        listed = item.tolist()
        return listed if isinstance(listed, list) else None
    return None


def _shape(data: Any) -> tuple[int, ...]:
    sizes: list[int] = []
    while data is not None:
        sizes.append(len(data))
        first = data[0] if len(data) else None
        if isinstance(first, str):
            raise ValueError("too many dimensions 'str'")
        data = _nested(first) if len(data) else None
    return tuple(sizes)


def _flatten(data: Any, shape: tuple[int, ...], depth: int, flat: list[Any]) -> None:
    if len(data) != shape[depth]:
        raise ValueError(f'expected sequence of length {shape[depth]} at dim {depth} (got {len(data)})')
    if depth + 1 < len(shape):
        for item in data:
            inner = _nested(item)
            if inner is None:
                raise TypeError('not a sequence')
            _flatten(inner, shape, depth + 1, flat)
    else:
        flat.extend(_number(item, flat) for item in data)


def _number(item: Any, flat: list[Any]) -> Any:
    if scalar_kind(item) >= 0:
        return item
    if isinstance(item, str):
        raise TypeError("new(): invalid data type 'str'")
    if item is None:
        raise RuntimeError('Could not infer dtype of NoneType')
    if isinstance(item, (list, tuple)):
        if flat and isinstance(flat[0], float):
            raise TypeError(f'must be real number, not {type(item).__name__}')
        raise TypeError(f"'{type(item).__name__}' object cannot be interpreted as an integer")
    if isinstance(item, Handle) and item.numel() != 1:
        raise ValueError('only one element tensors can be converted to Python scalars')
    if hasattr(item, 'item'):
        return item.item()
    raise RuntimeError(f'Could not infer dtype of {type(item).__name__}')


def _inferred(data: Any) -> dtype:
    """The dtype of nested data: the highest of its members'."""
    found = _highest(data, None)
    return get_default_dtype() if found is None else found


def _highest(item: Any, so_far: dtype | None) -> dtype | None:
    if isinstance(item, (list, tuple, range)):
        for member in item:
            so_far = _highest(member, so_far)
        return so_far
    if scalar_kind(item) >= 0 and not hasattr(item, 'dtype'):
        own = result_dtype_of(item)
    else:
        own = _dtype_of_object(item)
    if so_far is None or own.code > so_far.code:
        return own
    return so_far


def _dtype_of_object(item: Any) -> dtype:
    found = getattr(item, 'dtype', None)
    if isinstance(found, dtype):
        return found
    code = getattr(found, 'code', None)
    return DTYPES[code] if code is not None else result_dtype_of(item)


def _make(data: Any, shape: tuple[int, ...], kind: dtype, requires_grad: bool) -> Any:
    if requires_grad and not (kind.is_floating_point or kind.is_complex):
        raise RuntimeError('Only Tensors of floating point and complex dtype can require gradients')
    if kind.is_complex:
        return _make_complex(data, shape, kind, requires_grad)
    try:
        values = array('d', data)
    except OverflowError:
        raise ValueError(_OVERFLOW) from None
    address, count = values.buffer_info()
    handle = _engine.from_memory(address, count, kind.code, bool(requires_grad), *shape)
    return _make_integers(data, shape) if handle == _TOO_LONG else wrap(handle)


def _make_complex(data: Any, shape: tuple[int, ...], kind: dtype, requires_grad: bool) -> Any:
    pairs = [part for number in data for part in (number.real, number.imag)]
    floats = _make(pairs, (*shape, 2), parts_of(kind), False)
    made = wrap(_engine.view_as_complex(floats._h))
    return made.requires_grad_(True) if requires_grad else made


def _make_integers(values: Any, shape: tuple[int, ...]) -> Any:
    """int64 values that floats are too short for."""
    try:
        integers = array('q', map(int, values))
    except OverflowError:
        raise ValueError(_OVERFLOW) from None
    return wrap(_engine.from_integers(integers.buffer_info()[0], *shape))


def scalar_tensor(value: Any, code: int) -> 'Tensor':
    """A tensor without dimensions that holds one Python number."""
    return _make((value,), (), DTYPES[code], False)


def as_tensor(data: Any, dtype: dtype | None = None, device: Device = None) -> 'Tensor':
    """`data` as a tensor; shares memory with a tensor or numpy array of the right dtype."""
    require_cpu(device)
    wanted = _checked_dtype(dtype, 'as_tensor')
    found: Any = data
    if not isinstance(data, Handle):
        as_own = getattr(data, '_as_tensor', None)
        if as_own is None:
            return from_data(data, wanted, False)
        found = as_own()
    return found if wanted is None else found.to(wanted)


asarray = as_tensor


def from_numpy(ndarray: Any) -> 'Tensor':
    """A tensor that shares memory with a numpy array.

    Raises:
        TypeError: for anything but an array.
    """
    as_own = getattr(ndarray, '_as_tensor', None)
    if as_own is None:
        raise TypeError(f'expected np.ndarray (got {type(ndarray).__name__})')
    return as_own()


def rebuild(values: bytes | list[int], kind: dtype, shape: tuple[int, ...], requires_grad: bool) -> Any:
    """The tensor that was pickled."""
    return _make(values, shape, kind, requires_grad)
