"""Frames made of others: one after the other, or with a column for each value of text."""

from collections.abc import Iterable
from typing import Any

from .column import BOOL, Column, ColumnType, missing
from .frame import DataFrame
from .index import Index, range_index
from .series import Series

__all__ = ['concat', 'get_dummies']


def concat(objs: Iterable[Any], axis: Any = 0, ignore_index: bool = False) -> Any:
    """Frames or series one below the other (axis 0) or side by side (axis 1).

    Raises:
        ValueError: when there is nothing to join.
    """
    parts = list(objs.values()) if isinstance(objs, dict) else list(objs)
    if not parts:
        raise ValueError('No objects to concatenate')
    if axis in (1, 'columns'):
        return _beside([part.to_frame() if isinstance(part, Series) else part for part in parts])
    labels = [label for part in parts for label in part.index]
    index = range_index(len(labels)) if ignore_index else Index(labels)
    if all(isinstance(part, Series) for part in parts):
        names = {part.name for part in parts}
        values = [value for part in parts for value in part]
        return Series._of(Column(values), index, names.pop() if len(names) == 1 else None)
    frames = [part.to_frame() if isinstance(part, Series) else part for part in parts]
    order = dict.fromkeys(name for frame in frames for name in frame)
    return DataFrame._of({name: _below(frames, name) for name in order}, index)


def _below(frames: list[DataFrame], name: Any) -> Column:
    parts = [frame._columns[name] if name in frame else None for frame in frames]
    if None not in parts and len({part.dtype for part in parts if part is not None}) == 1:
        dtype = next(part.dtype for part in parts if part is not None)
        return Column([value for part in parts if part is not None for value in part.values], dtype)
    values: list[Any] = []
    for part, frame in zip(parts, frames, strict=True):
        values += [float('nan')] * len(frame) if part is None else part.values
    return Column(values)


def _beside(frames: list[DataFrame]) -> DataFrame:
    names = [name for frame in frames for name in frame]
    if len(set(names)) < len(names):
        raise NotImplementedError('D2L Exercises does not support frames with two columns of the same name')
    labels = list(dict.fromkeys(label for frame in frames for label in frame.index))
    columns: dict[Any, Column] = {}
    for frame in frames:
        same = frame.index.tolist() == labels
        places = [frame.index.get_loc(label) if label in frame.index else -1 for label in labels]
        for name, column in frame._columns.items():
            columns[name] = column if same else column.take(places)
    return DataFrame._of(columns, Index(labels))


def get_dummies(
    data: Any,
    prefix: str | None = None,
    prefix_sep: str = '_',
    dummy_na: bool = False,
    columns: Any = None,
    drop_first: bool = False,
    dtype: Any = bool,
) -> DataFrame:
    """A column of True and False for each value of the columns of text.

    Args:
        data: a frame, or a series.
        prefix: before the values in the new names; the column's own name when None.
        dummy_na: whether missing values get a column too.
        columns: which; the columns of text when None.
        drop_first: whether the first value of each is left out.
        dtype: the type of the new columns.
    """
    if isinstance(data, Series):
        made = _indicators(data._column, prefix and prefix + prefix_sep, dummy_na, drop_first, dtype)
        return DataFrame._of(made, data.index)
    wanted = [name for name, column in data._columns.items() if not column.dtype.numeric]
    wanted = wanted if columns is None else list(columns)
    found = {name: column for name, column in data._columns.items() if name not in wanted}
    for name in wanted:
        start = f'{name if prefix is None else prefix}{prefix_sep}'
        found.update(_indicators(data._columns[name], start, dummy_na, drop_first, dtype))
    return DataFrame._of(found, data.index)


def _indicators(
    column: Column, start: Any, dummy_na: bool, drop_first: bool, dtype: Any
) -> dict[Any, Column]:
    kind = ColumnType(dtype)
    values = sorted(set(column.present()), key=lambda value: (str(type(value)), value))

    def named(value: Any) -> Any:
        return f'{start}{value}' if start else value

    made = {named(value): column.mapped(lambda each, value=value: each == value, BOOL) for value in values}
    if dummy_na:
        made[named('nan') if start else float('nan')] = column.mapped(missing, BOOL)
    if drop_first:
        made.pop(next(iter(made)))
    return {name: flags if kind == BOOL else flags.astype(kind) for name, flags in made.items()}
