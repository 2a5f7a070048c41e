"""numpy's dtypes."""

import re
from typing import Any

import torch
from torch._type_names import BuiltinType

from .scalars import (
    OWN,
    SCALARS,
    bool_,
    float16,
    float32,
    float64,
    generic,
    int8,
    int16,
    int32,
    int64,
    object_,
    scalar_of,
    str_,
    uint8,
)

__all__ = [
    'SCALARS',
    'bool_',
    'dtype',
    'float16',
    'float32',
    'float64',
    'generic',
    'int8',
    'int16',
    'int32',
    'int64',
    'object_',
    'scalar_of',
    'str_',
    'torch_dtype',
    'uint8',
]

_BY_NAME = {
    **{str(cls._kind).removeprefix('torch.'): cls for cls in OWN},
    'half': float16,
    'f2': float16,
    'float': float64,
    'int': int64,
    'f4': float32,
    'f8': float64,
    'i4': int32,
    'i8': int64,
    'd': float64,
    'f': float32,
    'i2': int16,
    'i1': int8,
    'u1': uint8,
    'b1': bool_,
    '?': bool_,
    'b': int8,
    'B': uint8,
    'h': int16,
    'i': int32,
    'l': int64,
    'double': float64,
    'single': float32,
    'object': object_,
    'O': object_,
}
_OF_PYTHON = {bool: bool_, int: int64, float: float64, str: str_, object: object_}
_TEXT = re.compile(r'[<=>|]?U(\d*)|str')
_LETTERS = {
    'bool': '?',
    'int8': 'b',
    'uint8': 'B',
    'int16': 'h',
    'int32': 'i',
    'int64': 'l',
    'float16': 'e',
    'float32': 'f',
    'float64': 'd',
}
_str = str


class dtype(metaclass=BuiltinType, package='numpy'):
    """The type of an array's elements.

    Args:
        kind: a name, a type of Python's, numpy's or torch's; None for float64.
        length: of texts, the most characters.
    """

    __slots__ = ('length', 'type')

    type: Any
    length: int

    def __new__(cls, kind: Any, length: int = 0) -> 'dtype':
        if isinstance(kind, dtype):
            return kind
        made = object.__new__(cls)
        text = _TEXT.fullmatch(kind) if isinstance(kind, str) else None
        made.type = str_ if text else _scalar_class(kind)
        made.length = int(text[1] or 0) if text else length
        return made

    @property
    def name(self) -> str:
        """Such as `float32`."""
        if self.type._kind is None:
            return 'object' if self.type is object_ else f'str{32 * self.length}'
        return str(self.type._kind).removeprefix('torch.')

    @property
    def code(self) -> int | None:
        """The engine's code; None for what is no number."""
        return None if self.type._kind is None else self.type._kind.code

    @property
    def kind(self) -> str:
        """`f`, `i`, `u`, `b`, `U` or `O`."""
        if self.type._kind is None:
            return 'O' if self.type is object_ else 'U'
        return {torch.bool: 'b', torch.uint8: 'u'}.get(self.type._kind) or (
            'f' if self.type._kind.is_floating_point else 'i'
        )

    @property
    def char(self) -> str:
        """The letter that stands for it."""
        return _LETTERS.get(self.name, self.kind)

    @property
    def str(self) -> str:
        """Byte order, kind and size: `<f8`."""
        size = self.length if self.kind == 'U' else self.itemsize
        return (
            '|O' if self.kind == 'O' else f'{"|" if size == 1 and self.kind != "U" else "<"}{self.kind}{size}'
        )

    @property
    def itemsize(self) -> int:
        """Bytes of an element."""
        if self.type._kind is None:
            return 8 if self.type is object_ else 4 * self.length
        return self.type._kind.itemsize

    def __repr__(self) -> _str:
        return f"dtype('{self}')" if self.kind != 'O' else "dtype('O')"

    def __str__(self) -> _str:
        return f'<U{self.length}' if self.kind == 'U' else self.name

    def __eq__(self, other: object) -> bool:
        try:
            wanted = dtype(other)
        except TypeError:
            return False
        return self.type is wanted.type and self.length == wanted.length

    def __hash__(self) -> int:
        return hash(self.name)

    def __reduce__(self) -> Any:
        return dtype, (str(self),)


generic._dtype_of = dtype


def _scalar_class(kind: Any) -> Any:
    if kind is None:
        return float64
    if isinstance(kind, type):
        if issubclass(kind, (generic, str_, object_)):
            return kind
        if kind in _OF_PYTHON:
            return _OF_PYTHON[kind]
        return object_
    if isinstance(kind, torch.dtype):
        return SCALARS[kind.code]
    if isinstance(kind, str):
        if kind.lstrip('<=|') in _BY_NAME:
            return _BY_NAME[kind.lstrip('<=|')]
        raise TypeError(f'data type {kind!r} not understood')
    if hasattr(kind, 'name') and kind.name in _BY_NAME:
        return _BY_NAME[kind.name]
    raise TypeError(f"Cannot interpret '{kind}' as a data type")


def torch_dtype(kind: Any) -> Any:
    """torch's dtype of numpy's; None for None.

    Raises:
        TypeError: for texts and objects, which are no numbers.
    """
    if kind is None:
        return None
    found = dtype(kind)
    if found.type._kind is None:
        raise TypeError(f'an array of dtype {found} holds no numbers')
    return found.type._kind
