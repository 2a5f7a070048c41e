"""What the data, index and columns of a new frame mean."""

from typing import Any

from .column import NAN, Column
from .index import Index, range_index
from .series import Series, listed

__all__ = ['columns_of', 'row_labels']


def row_labels(labels: Any, count: int) -> Index:
    """The labels of so many rows; 0, 1, … when none are given.

    Raises:
        ValueError: when there are more labels than rows, or fewer.
    """
    if labels is None:
        return range_index(count)
    made = labels if isinstance(labels, Index) else Index(listed(labels))
    if len(made) != count:
        raise ValueError(
            f'Length mismatch: Expected axis has {count} elements, new values have {len(made)} elements'
        )
    return made


def columns_of(data: Any, index: Any, names: Any) -> tuple[dict[Any, Column], Index | None]:
    """The columns that data means, and the labels of rows that it brings.

    Raises:
        ValueError: when rows have more values than there are names, or fewer.
    """
    if hasattr(data, 'select_dtypes'):
        return dict(data.copy()._columns), data.index
    if isinstance(data, Series):
        return data.to_frame()._columns, data.index
    if isinstance(data, dict):
        return _columns_of_dict(data, index, names)
    rows = [row.tolist() if hasattr(row, 'tolist') else row for row in listed(data)]
    if rows and isinstance(rows[0], dict):
        keys = list(dict.fromkeys(key for row in rows for key in row)) if names is None else listed(names)
        return {key: Column(row.get(key, NAN) for row in rows) for key in keys}, None
    rows = [list(row) if hasattr(row, '__len__') and not isinstance(row, str) else [row] for row in rows]
    width = max(map(len, rows), default=0)
    keys = listed(names) if names is not None else range(width)
    if rows and len(keys) != width:
        raise ValueError(f'{len(keys)} columns passed, passed data had {width} columns')
    # What a row has not is missing.
    filled = [[*row, *[None] * (width - len(row))] for row in rows]
    return {key: Column(row[place] for row in filled) for place, key in enumerate(keys)}, None


def _columns_of_dict(data: dict[Any, Any], index: Any, names: Any) -> tuple[dict[Any, Column], Index | None]:
    chosen = data if names is None else {name: data.get(name, NAN) for name in listed(names)}
    labels = next((value.index for value in chosen.values() if isinstance(value, Series)), None)
    lengths = {
        len(value) for value in chosen.values() if hasattr(value, '__len__') and not isinstance(value, str)
    }
    if len(lengths) > 1:
        raise ValueError('All arrays must be of the same length')
    if not lengths and chosen and index is None:
        raise ValueError('If using all scalar values, you must pass an index')
    count = lengths.pop() if lengths else 0 if index is None else len(listed(index))
    return {
        name: Column(
            listed(value) if hasattr(value, '__len__') and not isinstance(value, str) else [value] * count
        )
        for name, value in chosen.items()
    }, labels
