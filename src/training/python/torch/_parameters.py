"""One parameter of an operator's schema: which Python values it takes and how they cross to the engine."""

from collections.abc import Callable
from typing import Any

from ._dtypes import PYTHON_TYPES, dtype, result_dtype_of
from ._handle import Handle

__all__ = ['REQUIRED', 'Parameter', 'number_like', 'plain_number', 'scalar_kind']

# Left out by the caller; `...` also marks a required parameter in the generated table.
REQUIRED = ...

# What crosses for an argument that is absent (docs/decisions/0002-python-bridge.md).
_ABSENT: dict[str, tuple[Any, ...]] = {
    'Tensor': (0,),
    'Scalar': (None, -1),
    'ScalarType': (-1,),
    'Generator': (0,),
}

_TYPE_NAMES = {
    'Tensor': 'Tensor',
    'Scalar': 'Number',
    'int': 'int',
    'float': 'float',
    'bool': 'bool',
    'str': 'str',
    'ScalarType': 'torch.dtype',
    'Generator': 'torch.Generator',
    'Device': 'torch.device',
    'Layout': 'torch.layout',
    'MemoryFormat': 'torch.memory_format',
}
_NUMPY_NAMES = {'dim': ('axis',), 'keepdim': ('keepdims',), 'input': ('x', 'a', 'x1'), 'other': ('x2',)}
_KINDS = {bool: 0, int: 1, float: 2, complex: 3}
_COMPLEX = 3


def scalar_kind(value: Any) -> int:
    """0, 1, 2 or 3 for a bool, an int, a float or a complex (numpy's too), -1 for anything else."""
    kind = _KINDS.get(type(value))
    if kind is not None:
        return kind
    for base in (bool, int, float, complex):
        if isinstance(value, base):
            return _KINDS[base]
    return -1


def plain_number(value: Any) -> tuple[Any, int] | None:
    """`value` as a Python number with its kind; None when it is no number."""
    kind = scalar_kind(value)
    if kind >= 0:
        return _crossing(value, kind)
    item = getattr(value, 'item', None)
    if item is None or isinstance(value, type) or getattr(value, 'ndim', 1) != 0:
        return None
    if isinstance(value, Handle) and getattr(value, 'requires_grad', False):
        return None
    number = item()
    return _crossing(number, scalar_kind(number))


def _crossing(number: Any, kind: int) -> tuple[Any, int]:
    """A complex number crosses as text: its parts with a space between."""
    return (f'{number.real!r} {number.imag!r}' if kind == _COMPLEX else number), kind


def _put_tensor(value: Any, flat: list[Any], _: list[Any]) -> bool:
    if not isinstance(value, Handle):
        return False
    flat.append(value._h)
    return True


def _put_scalar(value: Any, flat: list[Any], _: list[Any]) -> bool:
    number = plain_number(value)
    if number is None:
        return False
    flat.extend(number)
    return True


def _as_int(value: Any) -> int | None:
    if value.__class__ is int:
        return value
    if isinstance(value, (bool, float, str)) or not hasattr(value, '__index__'):
        return None
    if isinstance(value, Handle) and getattr(value, 'ndim', 1) != 0:
        return None
    try:
        return value.__index__()
    except TypeError:
        return None


def _put_int(value: Any, flat: list[Any], _: list[Any]) -> bool:
    number = _as_int(value)
    if number is None:
        return False
    flat.append(number)
    return True


def _put_float(value: Any, flat: list[Any], _: list[Any]) -> bool:
    number = plain_number(value)
    if number is None or number[1] == _COMPLEX:
        return False
    flat.append(float(number[0]))
    return True


def _put_bool(value: Any, flat: list[Any], _: list[Any]) -> bool:
    if not isinstance(value, bool) and type(value).__name__ != 'bool_':
        return False
    flat.append(bool(value))
    return True


def _put_str(value: Any, flat: list[Any], _: list[Any]) -> bool:
    if not isinstance(value, str):
        return False
    flat.append(value)
    return True


def _put_dtype(value: Any, flat: list[Any], _: list[Any]) -> bool:
    if isinstance(value, type):
        value = PYTHON_TYPES.get(value)
    if not isinstance(value, dtype):
        return False
    flat.append(value.code)
    return True


def _put_generator(value: Any, flat: list[Any], _: list[Any]) -> bool:
    if not hasattr(value, '_generator'):
        return False
    flat.append(value._generator)
    return True


_CONVERTERS: dict[str, Callable[[Any, list[Any], list[Any]], bool]] = {
    'Tensor': _put_tensor,
    'Scalar': _put_scalar,
    'int': _put_int,
    'float': _put_float,
    'bool': _put_bool,
    'str': _put_str,
    'ScalarType': _put_dtype,
    'Generator': _put_generator,
}


class Parameter:
    """One parameter of one overload.

    Args:
        name: as the schema spells it; `self` is `input` to callers of the function.
        kind: the schema's element type, such as `Tensor` or `int`.
        is_list: whether it takes a sequence.
        size: of a list: a bare value stands for this many of itself; 0 for none.
        optional: whether None may be passed.
        keyword_only: whether it follows the `*`.
        default: what stands for it when left out; `...` when it must be given.
    """

    __slots__ = ('name', 'kind', 'is_list', 'size', 'optional', 'keyword_only', 'default', 'put', 'names')

    def __init__(
        self,
        name: str,
        kind: str,
        is_list: bool = False,
        size: int = 0,
        optional: bool = False,
        keyword_only: bool = False,
        default: Any = REQUIRED,
    ) -> None:
        self.name = name
        self.kind = kind
        self.is_list = is_list
        self.size = size
        self.optional = optional or default is None
        self.keyword_only = keyword_only
        self.default = default
        self.names = (name, *_NUMPY_NAMES.get(name, ()))
        self.put = self._put_list if is_list else _CONVERTERS.get(kind, _accept)

    def absent(self) -> tuple[Any, ...]:
        """What crosses for None."""
        return (-1,) if self.is_list else _ABSENT.get(self.kind, (None,))

    def default_values(self) -> tuple[Any, ...]:
        """What crosses when the argument is left out."""
        if self.default is None:
            return self.absent()
        flat: list[Any] = []
        self.put(self.default, flat, [])
        return tuple(flat)

    def _put_list(self, value: Any, flat: list[Any], keep: list[Any]) -> bool:
        convert = _CONVERTERS[self.kind]
        if isinstance(value, (list, tuple)):
            items: Any = value
        elif self.size > 0:
            items = (value,) * self.size
        else:
            return False
        start = len(flat)
        flat.append(len(items))
        for item in items:
            if not convert(item, flat, keep):
                del flat[start:]
                return False
        return True

    def type_name(self) -> str:
        """What an error message calls the type."""
        if not self.is_list:
            return _TYPE_NAMES[self.kind]
        return 'tuple of Scalars' if self.kind == 'Scalar' else f'tuple of {_TYPE_NAMES[self.kind]}s'

    def describe(self) -> str:
        """As in the list of an error message: `bool keepdim = False`."""
        text = f'{self.type_name()} {self.name}'
        return text if self.default is REQUIRED else f'{text} = {self.default}'

    def bad_element(self, value: Any) -> int:
        """Position of the first element of a sequence that does not fit; -1 when that is not the trouble."""
        if not self.is_list or not isinstance(value, (list, tuple)):
            return -1
        for position, item in enumerate(value):
            if not _CONVERTERS[self.kind](item, [], []):
                return position
        return -1


def _accept(value: Any, flat: list[Any], _: list[Any]) -> bool:
    """Takes what never crosses (a device, a layout, `out`)."""
    return True


def number_like(value: Any, other: Any) -> tuple[Any, int]:
    """A Python number and the dtype code it takes beside the tensor `other`.

    A number never changes the dtype within its own category (bool < integer < floating point).
    """
    own = result_dtype_of(value)
    if not isinstance(other, Handle):
        return value, own.code
    partner: dtype = other.dtype
    if _category(partner) >= _category(own):
        return value, partner.code
    return value, own.code


def _category(which: dtype) -> int:
    if which.is_complex:
        return 3
    if which.is_floating_point:
        return 2
    return 0 if which.code == 0 else 1
