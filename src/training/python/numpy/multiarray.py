"""ndarray: an array over a tensor of the engine that never records."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import _engine
import torch
from torch._conversion import register_array_maker

from .arrayprint import array_text
from .dtypes import dtype, generic, scalar_of, torch_dtype
from .reductions import Reductions

__all__ = ['as_tensor', 'floating', 'ndarray', 'together', 'wrap']

_FLOAT32 = torch.float32
_INEXACT_WITH_FLOAT32 = (torch.int32, torch.int64)


def as_tensor(value: Any) -> Any:
    """A tensor of anything array-like; Python's floats become float64."""
    if isinstance(value, ndarray):
        return value._t
    if isinstance(value, torch.Tensor):
        return value.numpy()._t
    as_own = getattr(value, '_as_tensor', None)
    if as_own is not None:
        return as_own()
    if hasattr(value, '__array__'):
        return as_tensor(value.__array__())
    if isinstance(value, float):
        return torch.tensor(value, dtype=torch.float64)
    if isinstance(value, (bool, int)):
        return torch.tensor(value)
    return _from_sequence(value)


def _from_sequence(value: Any) -> Any:
    items = list(value)
    made = torch.tensor([item._t if isinstance(item, ndarray) and item.ndim == 0 else item for item in items])
    if made.dtype is _FLOAT32 and not _holds_float32(items):
        return torch.tensor(items, dtype=torch.float64)
    return made


def _holds_float32(items: Any) -> bool:
    """Whether all members have float32 themselves: then so has the array."""
    kinds = {str(item.dtype) if hasattr(item, 'dtype') else None for item in items}
    return kinds in ({'float32'}, {'torch.float32'})


def floating(value: Any) -> Any:
    """A tensor of anything array-like, of a floating dtype."""
    source = as_tensor(value)
    return source if source.is_floating_point() else source.double()


def wrap(tensor: Any) -> Any:
    """An array over a tensor; a scalar when there is no dimension."""
    return ndarray._of(tensor) if tensor.dim() else scalar_of(tensor)


def together(left: Any, right: Any) -> tuple[Any, Any]:
    """Two operands in the dtypes that numpy computes with: tensors, or a Python number."""
    if isinstance(right, ndarray) or not isinstance(right, (bool, int, float)):
        other = as_tensor(right)
        if other.dtype is _FLOAT32 and left.dtype in _INEXACT_WITH_FLOAT32:
            left = left.double()
        elif left.dtype is _FLOAT32 and other.dtype in _INEXACT_WITH_FLOAT32 and other.dim():
            other = other.double()
        return left, other
    if isinstance(right, float) and not left.is_floating_point():
        left = left.double()
    if isinstance(right, generic):
        right = right.item()
    return left, right


class ndarray(Reductions):
    """An array of one dtype; shares storage with the tensor that it came from."""

    __slots__ = ('_t', '__weakref__')

    if TYPE_CHECKING:
        # What `operators.add_operators` and `methods.add_methods` add.
        def __getattr__(self, name: str) -> Any: ...

        __add__: Callable[[Any], Any]
        __radd__: Callable[[Any], Any]
        __sub__: Callable[[Any], Any]
        __rsub__: Callable[[Any], Any]
        __mul__: Callable[[Any], Any]
        __rmul__: Callable[[Any], Any]
        __truediv__: Callable[[Any], Any]
        __rtruediv__: Callable[[Any], Any]
        __floordiv__: Callable[[Any], Any]
        __rfloordiv__: Callable[[Any], Any]
        __mod__: Callable[[Any], Any]
        __rmod__: Callable[[Any], Any]
        __pow__: Callable[[Any], Any]
        __rpow__: Callable[[Any], Any]
        __rmatmul__: Callable[[Any], Any]
        __and__: Callable[[Any], Any]
        __rand__: Callable[[Any], Any]
        __or__: Callable[[Any], Any]
        __ror__: Callable[[Any], Any]
        __xor__: Callable[[Any], Any]
        __rxor__: Callable[[Any], Any]
        __lshift__: Callable[[Any], Any]
        __rlshift__: Callable[[Any], Any]
        __rshift__: Callable[[Any], Any]
        __rrshift__: Callable[[Any], Any]
        __lt__: Callable[[Any], Any]
        __le__: Callable[[Any], Any]
        __gt__: Callable[[Any], Any]
        __ge__: Callable[[Any], Any]

        def __eq__(self, other: object) -> Any: ...

    __module__ = 'numpy'
    __array_priority__ = 0

    _t: Any

    @classmethod
    def _of(cls, tensor: Any) -> 'ndarray':
        made = object.__new__(cls)
        made._t = tensor
        return made

    def _as_tensor(self) -> Any:
        return self._t.detach()

    # ------------------------------------------------------------ what it is

    @property
    def shape(self) -> tuple[int, ...]:
        """The length of each dimension."""
        return tuple(self._t.shape)

    @property
    def ndim(self) -> int:
        """The number of dimensions."""
        return self._t.dim()

    @property
    def size(self) -> int:
        """The number of elements."""
        return self._t.numel()

    @property
    def dtype(self) -> dtype:
        """The type of the elements."""
        return dtype(self._t.dtype)

    @property
    def T(self) -> 'ndarray':  # noqa: N802 - numpy's name
        """The dimensions in reverse order, as a view."""
        return self.transpose()

    @property
    def flat(self) -> Iterator[Any]:
        """All elements, one after the other."""
        return iter(self.reshape(-1))

    @property
    def nbytes(self) -> int:
        """Bytes of all elements."""
        return self._t.nbytes

    def __len__(self) -> int:
        if not self._t.dim():
            raise TypeError('len() of unsized object')
        return len(self._t)

    def __iter__(self) -> Iterator[Any]:
        if not self._t.dim():
            raise TypeError('iteration over a 0-d array')
        return (wrap(part) for part in self._t)

    def __repr__(self) -> str:
        return _engine.format_array(self._t._h)

    def __str__(self) -> str:
        return array_text(self._t)

    def __format__(self, specification: str) -> str:
        if specification and not self.ndim:
            return format(self.item(), specification)
        if specification:
            raise TypeError('unsupported format string passed to numpy.ndarray.__format__')
        return str(self)

    __hash__ = None  # type: ignore[assignment]

    # ------------------------------------------------------------ elements

    def __getitem__(self, index: Any) -> Any:
        if not self.ndim and isinstance(index, tuple):
            return scalar_of(self._t)
        try:
            return wrap(self._t[_index(index)])
        except IndexError as error:
            raise _index_error(error, self.ndim, index) from None

    def __setitem__(self, index: Any, value: Any) -> None:
        plain = isinstance(value, (bool, int, float))
        try:
            self._t[_index(index)] = value if plain else as_tensor(value)
        except IndexError as error:
            raise _index_error(error, self.ndim, index) from None

    def item(self, *args: int) -> Any:
        """The only element, or one of several, as a Python number.

        Raises:
            ValueError: unless there is exactly one element.
        """
        chosen = self._t[args] if len(args) > 1 else self._t.reshape(-1)[args[0]] if args else self._t
        if chosen.numel() != 1:
            raise ValueError('can only convert an array of size 1 to a Python scalar')
        return chosen.item()

    def tolist(self) -> Any:
        """The elements as nested lists of Python numbers."""
        return self._t.tolist()

    def _scalar(self) -> Any:
        if self._t.numel() != 1:
            raise TypeError('only size-1 arrays can be converted to Python scalars')
        return self._t.item()

    def __float__(self) -> float:
        return float(self._scalar())

    def __int__(self) -> int:
        return int(self._scalar())

    def __index__(self) -> int:
        if self._t.dim() or self._t.is_floating_point():
            raise TypeError('only integer scalar arrays can be converted to a scalar index')
        return int(self._t.item())

    def __bool__(self) -> bool:
        if self._t.numel() != 1:
            raise ValueError(
                'The truth value of an array with more than one element is ambiguous. Use a.any() or a.all()'
            )
        return bool(self._t.item())

    def __contains__(self, element: Any) -> bool:
        return bool((self == element).any())

    # ------------------------------------------------------------ forms

    def astype(self, kind: Any, copy: bool = True) -> 'ndarray':
        """A copy with another dtype."""
        return ndarray._of(self._t.to(torch_dtype(kind), copy=copy))

    def copy(self) -> 'ndarray':
        """A copy with storage of its own."""
        return ndarray._of(self._t.clone())

    def reshape(self, *shape: Any) -> 'ndarray':
        """The same elements in another shape.

        Raises:
            ValueError: when the shape has another number of elements.
        """
        try:
            return ndarray._of(self._t.reshape(*shape))
        except RuntimeError:
            wanted = shape[0] if len(shape) == 1 and not isinstance(shape[0], int) else shape
            named = ','.join(str(int(size)) for size in wanted)
            raise ValueError(
                f'cannot reshape array of size {self.size} into shape '
                f'({named}{"," if len(wanted) == 1 else ""})'
            ) from None

    def flatten(self) -> 'ndarray':
        """A copy with one dimension."""
        return ndarray._of(self._t.reshape(-1).clone())

    def ravel(self) -> 'ndarray':
        """The elements with one dimension, as a view where possible."""
        return ndarray._of(self._t.reshape(-1))

    def transpose(self, *axes: Any) -> 'ndarray':
        """The dimensions in another order; reversed when none is given."""
        return ndarray._of(self._t.permute(*(axes or range(self.ndim - 1, -1, -1))))

    def squeeze(self, axis: Any = None) -> 'ndarray':
        """Without dimensions of size 1."""
        return ndarray._of(self._t.squeeze() if axis is None else self._t.squeeze(axis))

    def fill(self, value: Any) -> None:
        """Sets all elements."""
        self._t.fill_(value)

    def round(self, decimals: int = 0) -> 'ndarray':
        """Rounded to decimals."""
        scale = 10.0**decimals
        return ndarray._of((self._t * scale).round() / scale) if decimals else ndarray._of(self._t.round())

    def clip(self, min: Any = None, max: Any = None) -> 'ndarray':
        """Limited to a range, whose ends may be arrays."""
        if all(end is None or isinstance(end, (bool, int, float)) for end in (min, max)):
            return ndarray._of(self._t.clamp(min, max))
        limited = self._t if min is None else torch.maximum(*together(self._t, ndarray._of(as_tensor(min))))
        return ndarray._of(
            limited if max is None else torch.minimum(*together(limited, ndarray._of(as_tensor(max))))
        )

    # ------------------------------------------------------------ operators

    def __matmul__(self, other: Any) -> Any:
        left, right = together(self._t, other)
        if left.dtype is not right.dtype:
            left, right = left.double(), right.double()
        inner = right.shape[-2 if right.dim() > 1 else -1] if right.dim() else 1
        if left.dim() and right.dim() and left.shape[-1] != inner:
            raise ValueError(
                'matmul: Input operand 1 has a mismatch in its core dimension 0, with gufunc signature '
                f'(n?,k),(k,m?)->(n?,m?) (size {inner} is different from {left.shape[-1]})'
            )
        return wrap(left @ right)

    def __neg__(self) -> 'ndarray':
        return ndarray._of(-self._t)

    def __pos__(self) -> 'ndarray':
        return self

    def __abs__(self) -> 'ndarray':
        return ndarray._of(self._t.abs())

    def __invert__(self) -> 'ndarray':
        return ndarray._of(~self._t)


register_array_maker(ndarray._of)


def _index_error(error: IndexError, ndim: int, index: Any) -> IndexError:
    """The error of a tensor's index in numpy's words."""
    text = str(error)
    if text.startswith('too many indices'):
        given = sum(part is not None for part in index) if isinstance(index, tuple) else 1
        text = f'too many indices for array: array is {ndim}-dimensional, but {given} were indexed'
    return IndexError(text.replace('for dimension', 'for axis'))


def _index(index: Any) -> Any:
    if isinstance(index, tuple):
        return tuple(_index(part) for part in index)
    return index._t if isinstance(index, ndarray) else index
