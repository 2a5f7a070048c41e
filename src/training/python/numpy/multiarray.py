"""ndarray: an array over a tensor of the engine that never records."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, ClassVar

import torch
from torch._conversion import register_array_maker
from torch._type_names import BuiltinType

from .arrayprint import array_repr, array_text
from .dtypes import dtype, generic, scalar_of
from .mapping import chosen, described, placed
from .shaping import Shaping

__all__ = ['as_tensor', 'floating', 'ndarray', 'object_maker', 'register_object_maker', 'together', 'wrap']

_FLOAT32 = torch.float32
_INEXACT_WITH_FLOAT32 = (torch.int32, torch.int64)


_object_makers: list[Callable[..., 'ndarray']] = []


def register_object_maker(make: Callable[..., 'ndarray']) -> None:
    """Names what makes an array of texts or objects: that module knows this one, not the other way round."""
    _object_makers.append(make)


def object_maker(data: Any, kind: Any = None) -> 'ndarray':
    """An array of texts or of objects."""
    return _object_makers[0](data, kind)


def as_tensor(value: Any) -> Any:
    """A tensor of anything array-like; Python's floats become float64.

    Raises:
        NotImplementedError: for complex numbers.
        TypeError: for texts and objects, which no tensor holds.
    """
    if type(value) in (ndarray, ReversedArray):
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
    if isinstance(value, complex):
        return torch.tensor(value).numpy()
    if value is None or isinstance(value, (str, bytes, dict, set, frozenset)):
        raise TypeError(f'no array of numbers can be made of {type(value).__name__!r}')
    return _from_sequence(value)


def _from_sequence(value: Any) -> Any:
    items = list(value)
    for item in items:
        if isinstance(item, torch.Tensor) and item.requires_grad:
            item.numpy()  # raises, as numpy's own look at the tensor does
    made = torch.tensor([item._t if isinstance(item, ndarray) and item.ndim == 0 else item for item in items])
    if made.is_complex():
        return made.numpy()
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


class ndarray(Shaping, metaclass=BuiltinType, package='numpy'):
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
        __matmul__: ClassVar[Callable[['ndarray', Any], Any]]
        __rmatmul__: ClassVar[Callable[['ndarray', Any], Any]]
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
        """An array over a tensor."""
        made = object.__new__(cls)
        made._t = tensor
        return made

    def _like(self, tensor: Any) -> 'ndarray':
        """An array over some of the elements, which a tensor holds."""
        return ndarray._of(tensor)

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

    @property
    def itemsize(self) -> int:
        """Bytes of one element."""
        return self._t.itemsize

    def __len__(self) -> int:
        if not self._t.dim():
            raise TypeError('len() of unsized object')
        return len(self._t)

    def __iter__(self) -> Iterator[Any]:
        if not self._t.dim():
            raise TypeError('iteration over a 0-d array')
        return (wrap(part) for part in self._t)

    def __repr__(self) -> str:
        return array_repr(self._t)

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
        if isinstance(index, tuple) and not index:
            return wrap(self._t)
        try:
            part, reverses = chosen(self._t, index)
        except IndexError as error:
            raise described(error, self.shape, index) from None
        if reverses and part.dim():
            return _reversed(part)
        return wrap(part)

    def __setitem__(self, index: Any, value: Any) -> None:
        plain = isinstance(value, (bool, int, float))
        try:
            placed(self._t, index, value if plain else as_tensor(value))
        except IndexError as error:
            raise described(error, self.shape, index) from None

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

    # ------------------------------------------------------------ changes

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

    def __neg__(self) -> 'ndarray':
        return ndarray._of(-self._t)

    def __pos__(self) -> 'ndarray':
        return self

    def __abs__(self) -> 'ndarray':
        return ndarray._of(self._t.abs())

    def __invert__(self) -> 'ndarray':
        return ndarray._of(~self._t)


class ReversedArray(ndarray, package='numpy'):
    """Elements in reverse order, by an index with a negative step: a copy here, where numpy makes a view."""

    __slots__ = ()
    __module__ = 'numpy'

    @classmethod
    def _of(cls, tensor: Any) -> ndarray:
        """What is made of it is an array like others."""
        return ndarray._of(tensor)

    def _as_tensor(self) -> Any:
        raise ValueError(
            'At least one stride in the given numpy array is negative, and tensors with negative strides are '
            'not currently supported. (You can probably work around this by making a copy of your array  '
            'with '
            'array.copy().) '
        )


def _reversed(tensor: Any) -> ReversedArray:
    made = object.__new__(ReversedArray)
    made._t = tensor
    return made


ReversedArray.__qualname__ = 'ndarray'
register_array_maker(ndarray._of)
