"""Tables in other forms: a column for each value of another, rows for columns, counts of pairs."""

from typing import Any

from .aggregation import statistic
from .column import NAN, Column
from .frame import DataFrame
from .index import Index
from .series import Series

__all__ = ['crosstab', 'melt', 'pivot', 'pivot_table']


def _table(rows: list[Any], columns: list[Any], cells: dict[Any, Any], index_name: Any) -> DataFrame:
    made = {column: Column([cells.get((row, column), NAN) for row in rows]) for column in columns}
    return DataFrame._of(made, Index(rows, index_name))


def pivot(frame: DataFrame, *, index: Any, columns: Any, values: Any) -> DataFrame:
    """A row for each value of a column, and a column for each value of another.

    Raises:
        ValueError: where a place has two values.
    """
    cells: dict[Any, Any] = {}
    for row, column, value in zip(frame[index], frame[columns], frame[values], strict=True):
        if (row, column) in cells:
            raise ValueError('Index contains duplicate entries, cannot reshape')
        cells[row, column] = value
    return _table(sorted(set(frame[index])), sorted(set(frame[columns])), cells, index)


def pivot_table(
    frame: DataFrame,
    values: Any = None,
    index: Any = None,
    columns: Any = None,
    aggfunc: Any = 'mean',
    **_: Any,
) -> DataFrame:
    """Statistics of the rows that have the same values in two columns."""
    if columns is None:
        wanted = [values] if isinstance(values, str) else values
        groups = frame.groupby(index)
        return groups[wanted].agg(aggfunc) if wanted is not None else groups._of_columns(aggfunc, True)
    groups = frame.groupby([index, columns])[values]
    cells = {key: statistic(part, aggfunc) for key, part in groups}
    return _table(sorted(set(frame[index])), sorted(set(frame[columns])), cells, index)


def crosstab(index: Series, columns: Series) -> DataFrame:
    """How often each pair of values appears."""
    cells: dict[Any, int] = {}
    rows, names = sorted(set(index)), sorted(set(columns))
    for pair in zip(index, columns, strict=True):
        cells[pair] = cells.get(pair, 0) + 1
    made = {name: Column([cells.get((row, name), 0) for row in rows]) for name in names}
    return DataFrame._of(made, Index(rows, index.name))


def melt(
    frame: DataFrame,
    id_vars: Any = None,
    value_vars: Any = None,
    var_name: str = 'variable',
    value_name: str = 'value',
) -> DataFrame:
    """A row for each value: its column's name beside it."""
    kept = [id_vars] if isinstance(id_vars, str) else list(id_vars or [])
    names = list(value_vars) if value_vars is not None else [name for name in frame if name not in kept]
    made = {name: frame[name].tolist() * len(names) for name in kept}
    made[var_name] = [name for name in names for _ in range(len(frame))]
    made[value_name] = [value for name in names for value in frame[name]]
    return DataFrame(made)
