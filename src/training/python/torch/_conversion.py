"""Tensor's ways out: Python numbers, lists, arrays, text, other dtypes, copies."""

from array import array
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import _engine

from . import _operations
from ._casts import Casts
from ._construct import rebuild, tensor
from ._dtypes import BOOL, FLOATING, Device, bfloat16, dtype
from ._grad_mode import is_grad_enabled
from ._handle import check, wrap
from ._warnings import warn_once

if TYPE_CHECKING:
    from ._tensor import Tensor

__all__ = ['Conversion', 'read_values', 'register_array_maker']

_ONE_ELEMENT = 'only one element tensors can be converted to Python scalars'
_SAFE = 2.0**53

_array_of: Callable[[Any], Any] | None = None
_dtype = _engine.dtype
_item = _engine.item
_numel = _engine.numel


def register_array_maker(make: Callable[[Any], Any]) -> None:
    """Names what makes an array over a tensor: numpy knows torch, not the other way round."""
    global _array_of
    _array_of = make


def read_values(tensor: Any) -> 'array[float]':
    """All elements in row-major order, as float64."""
    count = _numel(tensor._h)
    values = array('d', bytes(8 * count))
    if count:
        check(_engine.to_memory(tensor._h, values.buffer_info()[0]))
    return values


def read_complex(tensor: Any) -> list[complex]:
    """All elements of a complex tensor in row-major order."""
    detached = tensor.detach()
    values = read_values(wrap(_engine.view_as_real(detached._h)))
    return list(map(complex, values[::2], values[1::2]))


def _read_integers(tensor: Any) -> list[int]:
    """All elements of an int64 tensor, of which some may be too long for a float."""
    values = array('q', bytes(8 * _numel(tensor._h)))
    check(_engine.to_integers(tensor._h, values.buffer_info()[0]))
    return values.tolist()


class Conversion(Casts):
    """Conversions of a tensor's values."""

    __slots__ = ()

    _h: int

    if TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any: ...

    def item(self) -> Any:
        """The only element, as a Python number.

        Raises:
            RuntimeError: when there is not exactly one.
        """
        value = _item(self._h)
        # Integers arrive as floats beyond what JavaScript calls safe.
        if value.__class__ is float and not abs(value) >= _SAFE:
            return value
        if value is None:
            count = _numel(self._h)
            if count == 1 and self.is_complex():
                return read_complex(self)[0]
            raise RuntimeError(f'a Tensor with {count} elements cannot be converted to Scalar')
        code = _dtype(self._h)
        if code >= FLOATING:
            return float(value)
        return bool(value) if code == BOOL else int(value)

    def _scalar(self) -> Any:
        if _numel(self._h) != 1:
            raise ValueError(_ONE_ELEMENT)
        return self.item()

    def __float__(self) -> float:
        if self.requires_grad and is_grad_enabled():
            warn_once(
                'Converting a tensor with requires_grad=True to a scalar may lead to unexpected behavior.\n'
                'Consider using tensor.detach() first.'
            )
        return float(self._real_scalar('double'))

    def _real_scalar(self, kind: str) -> Any:
        value = self._scalar()
        if value.__class__ is complex:
            if value.imag:
                raise RuntimeError(f'value cannot be converted to type {kind} without overflow')
            return value.real
        return value

    def __int__(self) -> int:
        return int(self._real_scalar('int64_t'))

    def __complex__(self) -> complex:
        return complex(self._scalar())

    def __index__(self) -> int:
        if _dtype(self._h) >= FLOATING or _numel(self._h) != 1:
            raise TypeError('only integer tensors of a single element can be converted to an index')
        return int(self._scalar())

    def __bool__(self) -> bool:
        count = _numel(self._h)
        if count == 1:
            return bool(self.item())
        if count == 0:
            raise RuntimeError('Boolean value of Tensor with no values is ambiguous')
        raise RuntimeError('Boolean value of Tensor with more than one value is ambiguous')

    def __round__(self, digits: int | None = None) -> Any:
        raise TypeError("type Tensor doesn't define __round__ method")

    def __format__(self, specification: str) -> str:
        if _engine.ndim(self._h) == 0 and type(self).__name__ != 'Parameter':
            return format(self.item(), specification)
        return object.__format__(self, specification)

    def tolist(self) -> Any:
        """The elements as nested lists of Python numbers; a number when there is no dimension."""
        code = _dtype(self._h)
        flat: list[Any] = _read_all(self)
        if code < FLOATING:
            flat = list(map(bool if code == BOOL else int, flat))
        shape = self.shape
        if not shape:
            return flat[0]
        for size in reversed(shape[1:]):
            if size == 0:
                return _empty(shape)
            flat = [flat[start : start + size] for start in range(0, len(flat), size)]
        return flat

    def numpy(self, *args: Any, force: bool = False) -> Any:
        """The same values as a numpy array; shares storage.

        Raises:
            NotImplementedError: for complex numbers.
            RuntimeError: when gradients are recorded: detach first.
            TypeError: for positional arguments.
        """
        if args:
            raise TypeError(f'numpy() takes 0 positional arguments but {len(args)} was given')
        if self.requires_grad and not force:
            raise RuntimeError(
                "Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead."
            )
        if _array_of is None:
            raise RuntimeError('Numpy is not available')
        if self.dtype is bfloat16:
            raise TypeError('Got unsupported ScalarType BFloat16')
        if self.is_complex():
            raise NotImplementedError(
                'D2L Exercises does not support complex numbers in numpy arrays: '
                'use .real and .imag of the tensor'
            )
        return _array_of(self.detach())

    def __array__(self, dtype: dtype | None = None, copy: Any = None) -> Any:
        made = self.numpy()
        return made if dtype is None else made.astype(dtype)

    def new_tensor(
        self, data: Any, *, dtype: dtype | None = None, requires_grad: Any = False, device: Device = None
    ) -> 'Tensor':
        """A tensor of `data` with this one's dtype unless another is given."""
        return tensor(data, dtype=dtype or self.dtype, device=device, requires_grad=requires_grad)

    def new_zeros(
        self, *size: Any, dtype: dtype | None = None, requires_grad: Any = False, device: Device = None
    ) -> 'Tensor':
        """Zeros with this one's dtype unless another is given."""
        return self._new('zeros', size, dtype, requires_grad)

    def new_ones(
        self, *size: Any, dtype: dtype | None = None, requires_grad: Any = False, device: Device = None
    ) -> 'Tensor':
        """Ones with this one's dtype unless another is given."""
        return self._new('ones', size, dtype, requires_grad)

    def new_empty(
        self, *size: Any, dtype: dtype | None = None, requires_grad: Any = False, device: Device = None
    ) -> 'Tensor':
        """Zeros too: the engine has no uninitialised memory."""
        return self._new('zeros', size, dtype, requires_grad)

    def new_full(
        self,
        size: Any,
        fill_value: Any,
        *,
        dtype: dtype | None = None,
        requires_grad: Any = False,
        device: Device = None,
    ) -> 'Tensor':
        """A tensor of one value with this one's dtype unless another is given."""
        return self._new('full', (size, fill_value), dtype, requires_grad)

    def _new(self, name: str, args: tuple[Any, ...], dtype: dtype | None, requires_grad: Any) -> Any:
        return getattr(_operations, name)(*args, dtype=dtype or self.dtype, requires_grad=requires_grad)

    def __deepcopy__(self, memo: dict[Any, Any]) -> Any:
        if id(self) in memo:
            return memo[id(self)]
        if not self.is_leaf:
            raise RuntimeError(
                'Only Tensors created explicitly by the user (graph leaves) support the deepcopy protocol '
                'at the moment.  If you were attempting to deepcopy a module, this may be because of a '
                'torch.nn.utils.weight_norm usage, see https://github.com/pytorch/pytorch/pull/103001'
            )
        copied = self._remake(self.detach().clone())
        if self.grad is not None:
            copied.grad = self.grad.clone()
        memo[id(self)] = copied
        return copied

    def _remake(self, values: Any) -> Any:
        return values.requires_grad_(self.requires_grad) if self.requires_grad else values

    def __reduce_ex__(self, protocol: Any) -> Any:
        values = (
            _read_all(self) if self.is_complex() or _engine.is_wide(self._h) else bytes(read_values(self))
        )
        return rebuild, (values, self.dtype, tuple(self.shape), self.requires_grad)


def _read_all(tensor: Any) -> list[Any]:
    if tensor.is_complex():
        return read_complex(tensor)
    return _read_integers(tensor) if _engine.is_wide(tensor._h) else read_values(tensor).tolist()


def _empty(shape: tuple[int, ...]) -> list[Any]:
    return [] if len(shape) == 1 or shape[0] == 0 else [_empty(shape[1:]) for _ in range(shape[0])]
