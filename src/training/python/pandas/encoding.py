"""Tables of tables: text as indicator columns, and tables one below the other."""

from collections.abc import Sequence
from typing import Any

from .frame import DataFrame
from .series import Series, is_missing


def get_dummies(data: Any, dummy_na: bool = False, dtype: Any = bool) -> DataFrame:
    """One column for each value of a column of text, true where the row has it.

    Args:
        data: a table, whose other columns stay as they are and come first; or one column.
        dummy_na: whether missing values get a column too.
        dtype: `bool`, `int` or `float`.
    """
    if isinstance(data, Series):
        return DataFrame(_indicators(data, '', dummy_na, dtype), data.index)
    plain = {name: data[name] for name in data if data[name].dtype != 'object'}
    encoded = [_indicators(data[name], f'{name}_', dummy_na, dtype) for name in data if name not in plain]
    return DataFrame(
        {**plain, **{name: column for each in encoded for name, column in each.items()}}, data.index
    )


def _indicators(column: Series, prefix: str, dummy_na: bool, dtype: Any) -> dict[str, list[Any]]:
    known = sorted({value for value in column if not is_missing(value)})
    found = {f'{prefix}{value}': [dtype(each == value) for each in column] for value in known}
    if dummy_na:
        found[f'{prefix}nan'] = [dtype(is_missing(each)) for each in column]
    return found


def concat(objs: Sequence[Any], axis: int = 0, ignore_index: bool = False) -> Any:
    """Tables or columns one below the other, or with `axis=1` side by side; what a table lacks is missing."""
    if axis == 1:
        return DataFrame({name: each[name] for each in objs for name in each}, objs[0].index)
    labels = [label for each in objs for label in each.index]
    index = None if ignore_index else labels
    if isinstance(objs[0], Series):
        return Series([value for each in objs for value in each], index, objs[0].name)
    names = dict.fromkeys(name for each in objs for name in each)
    columns = {
        name: [v for each in objs for v in (each[name] if name in each.columns else [None] * len(each))]
        for name in names
    }
    return DataFrame(columns, index)
