"""Columns as numpy's arrays."""

from typing import Any

import numpy as np

from .column import FLOAT, OBJECT, Column

__all__ = ['array_of', 'matrix_of', 'numbers']


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
        return np.array(column.values, dtype=object)
    return np.array(column.values, dtype=column.dtype.name.replace('bool', 'bool'))


def matrix_of(columns: list[Column], rows: int, kind: Any = None) -> Any:
    """Columns side by side as an array of two dimensions."""
    values = [[column.values[row] for column in columns] for row in range(rows)]
    if kind is None:
        kinds = {column.dtype for column in columns}
        if len(kinds) > 1 and not kinds <= {FLOAT, *(c.dtype for c in columns if c.dtype.kind == 'i')}:
            return _objects(values)
        kind = FLOAT.name if len(kinds) > 1 else next(iter(kinds), FLOAT).name
    if kind == 'object':
        return _objects(values)
    if not rows or not columns:
        return np.zeros((rows, len(columns)))
    return numbers(values, kind)


def _objects(rows: list[list[Any]]) -> Any:
    made = np.empty((len(rows), len(rows[0]) if rows else 0), dtype=object)
    for place, row in enumerate(rows):
        made[place] = np.array(row, dtype=object)
    return made
