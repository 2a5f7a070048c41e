"""Columns as numpy's arrays; what numpy here has no arrays for, as arrays of objects."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from .column import FLOAT, OBJECT, Column

__all__ = ['ObjectArray', 'array_of', 'matrix_of', 'numbers']


class ObjectArray(list):
    """Values of several types, as nested lists with what exercises ask of an array.

    Args:
        values: values, or rows of values.
    """

    def __init__(self, values: Iterable[Any]) -> None:
        super().__init__(values)
        self.ndim = 2 if self and isinstance(self[0], list) else 1
        self.shape = (len(self), len(self[0])) if self.ndim == 2 else (len(self),)
        self.dtype = OBJECT

    def tolist(self) -> list[Any]:
        """The values as nested lists."""
        return [list(row) if isinstance(row, list) else row for row in self]

    def astype(self, kind: Any) -> Any:
        """Numbers as an array."""
        return numbers(self.tolist(), kind)

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, tuple):
            rows, column = key
            chosen = list.__getitem__(self, rows)
            return ObjectArray([row[column] for row in chosen]) if isinstance(rows, slice) else chosen[column]
        chosen = list.__getitem__(self, key)
        return ObjectArray(chosen) if isinstance(key, slice) else chosen

    def __repr__(self) -> str:
        if self.ndim == 1:
            return f'array({list(self)!r}, dtype=object)'
        return 'array([' + ',\n       '.join(repr(list(row)) for row in self) + '], dtype=object)'

    def __str__(self) -> str:
        if self.ndim == 1:
            return '[' + ' '.join(repr(value) for value in self) + ']'
        return '[' + '\n '.join(str(ObjectArray(row)) for row in self) + ']'


def numbers(values: list[Any], kind: Any) -> Any:
    """Nested lists of values as an array of numbers; numpy's error for what is none."""
    is_float = np.dtype(kind).kind == 'f'

    def number(value: Any) -> Any:
        if isinstance(value, list):
            return [number(item) for item in value]
        return float(value) if is_float else value

    return np.array(number(values), dtype=kind)


def array_of(column: Column, kind: Any = None) -> Any:
    """A column as an array."""
    if kind is not None and np.dtype(kind).kind in 'fiub':
        return numbers(column.values, kind)
    if column.dtype == OBJECT:
        return ObjectArray(column.values)
    return np.array(column.values, dtype=column.dtype.name.replace('bool', 'bool'))


def matrix_of(columns: list[Column], rows: int, kind: Any = None) -> Any:
    """Columns side by side as an array of two dimensions."""
    values = [[column.values[row] for column in columns] for row in range(rows)]
    if kind is None:
        kinds = {column.dtype for column in columns}
        if len(kinds) > 1 and not kinds <= {FLOAT, *(c.dtype for c in columns if c.dtype.kind == 'i')}:
            return ObjectArray(values)
        kind = FLOAT.name if len(kinds) > 1 else next(iter(kinds), FLOAT).name
    if kind == 'object':
        return ObjectArray(values)
    if not rows or not columns:
        return np.zeros((rows, len(columns)))
    return numbers(values, kind)
