"""dtypes, devices, sizes and their limits."""

from collections.abc import Iterable
from typing import Any, SupportsIndex

import _engine

from ._type_names import BuiltinType

__all__ = [
    'CPU',
    'DTYPES',
    'NO_CUDA',
    'PYTHON_TYPES',
    'Size',
    'bfloat16',
    'bool_',
    'can_cast',
    'complex64',
    'complex128',
    'complex_of',
    'device',
    'dtype',
    'float16',
    'float32',
    'float64',
    'get_default_device',
    'get_default_dtype',
    'int8',
    'int16',
    'int32',
    'int64',
    'make_size',
    'parts_of',
    'require_cpu',
    'result_dtype_of',
    'set_default_dtype',
    'set_default_tensor_type',
    'uint8',
]


class dtype(metaclass=BuiltinType, package='torch'):
    """The type of a tensor's elements; there is one object for each."""

    __slots__ = ('_name', 'code', 'itemsize', 'is_floating_point', 'is_complex', 'is_signed', 'legacy_name')
    __module__ = 'torch'

    def __init__(self, name: str, code: int, itemsize: int, legacy_name: str) -> None:
        self._name = name
        self.code = code
        self.itemsize = itemsize
        self.is_floating_point = 'float' in name
        self.is_complex = name.startswith('complex')
        self.is_signed = name not in ('bool', 'uint8')
        self.legacy_name = legacy_name

    def __repr__(self) -> str:
        return f'torch.{self._name}'

    def __reduce__(self) -> str:
        return self._name


bool_ = dtype('bool', 0, 1, 'Bool')
uint8 = dtype('uint8', 1, 1, 'Byte')
int8 = dtype('int8', 2, 1, 'Char')
int16 = dtype('int16', 3, 2, 'Short')
int32 = dtype('int32', 4, 4, 'Int')
int64 = dtype('int64', 5, 8, 'Long')
float16 = dtype('float16', 6, 2, 'Half')
bfloat16 = dtype('bfloat16', 7, 2, 'BFloat16')
float32 = dtype('float32', 8, 4, 'Float')
float64 = dtype('float64', 9, 8, 'Double')
complex64 = dtype('complex64', 10, 8, 'ComplexFloat')
complex128 = dtype('complex128', 11, 16, 'ComplexDouble')

# Indexed by the engine's dtype codes.
DTYPES = (
    bool_,
    uint8,
    int8,
    int16,
    int32,
    int64,
    float16,
    bfloat16,
    float32,
    float64,
    complex64,
    complex128,
)
# Codes are ordered by kind: bool, integers without and with a sign, floating-point, complex.
BOOL, INT8, INT64, FLOATING = bool_.code, int8.code, int64.code, float16.code
COMPLEX = complex64.code
PYTHON_TYPES = {bool: bool_, int: int64, float: float64, complex: complex128}

_default = float32


def get_default_dtype() -> dtype:
    """The dtype that Python floats become: torch.float32 unless changed."""
    return _default


def set_default_dtype(d: dtype) -> None:
    """Chooses the dtype that Python floats become.

    Raises:
        TypeError: for anything but a floating-point dtype.
    """
    global _default
    if not isinstance(d, dtype) or not d.is_floating_point:
        what = '' if isinstance(d, dtype) else 'invalid dtype object: '
        raise TypeError(f'{what}only floating-point types are supported as the default type')
    _default = d
    _engine.set_default_dtype(d.code)


def set_default_tensor_type(t: Any) -> None:
    """Chooses the default dtype by a tensor type, `torch.DoubleTensor` or its name.

    Raises:
        TypeError: unless it is a floating-point type.
    """
    name = t if isinstance(t, str) else f'torch.{t.__name__}'
    for candidate in DTYPES[FLOATING:COMPLEX]:
        if name == f'torch.{candidate.legacy_name}Tensor':
            set_default_dtype(candidate)
            return
    raise TypeError('invalid type object: only floating-point types are supported as the default type')


def result_dtype_of(value: Any) -> dtype:
    """The dtype that a Python number becomes."""
    if isinstance(value, bool):
        return bool_
    if isinstance(value, complex):
        return complex_of(_default)
    return int64 if isinstance(value, int) else _default


def complex_of(parts: dtype) -> dtype:
    """The dtype of complex numbers whose parts have the given one."""
    return complex128 if parts is float64 else complex64


def parts_of(whole: dtype) -> dtype:
    """The dtype of the parts of complex numbers; another dtype itself."""
    if not whole.is_complex:
        return whole
    return float32 if whole is complex64 else float64


class Size(tuple[int, ...], metaclass=BuiltinType, package='torch'):
    """The shape of a tensor."""

    __slots__ = ()
    __module__ = 'torch'

    def __new__(cls, iterable: Iterable[Any] = ()) -> 'Size':
        items = tuple(iterable)
        for position, item in enumerate(items):
            if item.__class__ is not int and not hasattr(item, '__index__'):
                raise TypeError(
                    f"torch.Size() takes an iterable of 'int' (item {position} is '{type(item).__name__}')"
                )
        return tuple.__new__(cls, items)

    def numel(self) -> int:
        """The number of elements of a tensor of this size."""
        product = 1
        for size in self:
            product *= size
        return product

    def __repr__(self) -> str:
        return f'torch.Size({list(self)})'

    def __getitem__(self, index: Any) -> Any:
        item = tuple.__getitem__(self, index)
        return _size(item) if isinstance(index, slice) else item

    def __add__(self, other: Any) -> 'Size':
        return _size(tuple.__add__(self, tuple(other)))

    def __mul__(self, count: SupportsIndex) -> 'Size':
        return _size(tuple.__mul__(self, count))

    def __reduce__(self) -> tuple[Any, ...]:
        return Size, (tuple(self),)


def _size(items: Iterable[int]) -> Size:
    return tuple.__new__(Size, items)


make_size = _size

_DEVICE_TYPES = (
    'cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, maia, xla, lazy, vulkan, '
    'mps, meta, hpu, mtia, privateuseone'
)
NO_CUDA = 'Torch not compiled with CUDA enabled'


class device(metaclass=BuiltinType, package='torch'):
    """Where a tensor lives. Here only the CPU can hold one.

    Raises:
        RuntimeError: for an unknown type, or an index that is no number.
    """

    __slots__ = ('type', 'index')
    __module__ = 'torch'

    def __init__(self, type: 'str | int | device' = 'cpu', index: int | None = None) -> None:
        if isinstance(type, device):
            type, index = type.type, type.index
        elif isinstance(type, int):
            type, index = 'cuda', type
        kind, colon, number = type.partition(':')
        if not (kind.isalpha() and kind.islower()):
            raise RuntimeError(f"Invalid device string: '{type}'")
        if kind not in _DEVICE_TYPES.split(', '):
            raise RuntimeError(
                f'Expected one of {_DEVICE_TYPES} device type at start of device string: {kind}'
            )
        if colon and not number.isdigit():
            raise RuntimeError(f"Invalid device string: '{type}'")
        self.type: str = kind
        self.index: int | None = int(number) if colon else index

    def __repr__(self) -> str:
        index = '' if self.index is None else f', index={self.index}'
        return f"device(type='{self.type}'{index})"

    def __str__(self) -> str:
        return self.type if self.index is None else f'{self.type}:{self.index}'

    def __eq__(self, other: object) -> bool:
        return isinstance(other, device) and (self.type, self.index) == (other.type, other.index)

    def __hash__(self) -> int:
        return hash((self.type, self.index))

    def __enter__(self) -> 'device':
        require_cpu(self)
        return self

    def __exit__(self, *_: object) -> None:
        return None

    def __reduce__(self) -> tuple[Any, ...]:
        return device, (self.type, self.index)


CPU = device('cpu')


type Device = device | str | int | None


def get_default_device() -> device:
    """The CPU."""
    return CPU


def require_cpu(where: Device) -> None:
    """Refuses every device but the CPU (or None).

    Raises:
        AssertionError: for CUDA, with PyTorch's own words.
        NotImplementedError: for any other device.
    """
    if where is None:
        return
    kind = device(where).type
    if kind == 'cuda':
        raise AssertionError(NO_CUDA)
    if kind != 'cpu':
        raise NotImplementedError(f"D2L Exercises computes on the CPU; there is no device '{kind}'")


def can_cast(from_: dtype, to: dtype) -> bool:
    """Whether results of one dtype may be written into tensors of the other, of no lower kind."""
    return _kind(from_) <= _kind(to)


def _kind(of: dtype) -> int:
    if of.is_complex:
        return 3
    return 2 if of.is_floating_point else int(of is not bool_)
