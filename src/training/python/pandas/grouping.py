"""groupby: statistics of the rows that have a value in common."""

from collections.abc import Iterator
from typing import Any

from .aggregation import label_of, statistic
from .column import Column, missing
from .frame import DataFrame
from .index import Index
from .joining import concat
from .series import Series

__all__ = ['GroupBy', 'groupby']

_STATISTICS = ('sum', 'mean', 'median', 'min', 'max', 'std', 'var', 'count', 'nunique', 'first', 'last')


def groupby(
    data: Any,
    by: Any = None,
    axis: Any = 0,
    as_index: bool = True,
    sort: bool = True,
    dropna: bool = True,
    **_: Any,
) -> 'GroupBy':
    """Groups of the rows that have a value in common.

    Args:
        data: a frame or a series.
        by: names of columns, a series or list with a value for each row, or a function of the labels.
        as_index: whether the values become labels of the result's rows, not a column.
        sort: whether groups are in the order of their values.
        dropna: whether rows without a value are left out.

    Raises:
        KeyError: for a name that is no column.
    """
    several = isinstance(by, (list, tuple)) and len(by) != len(data)
    several = several or (isinstance(by, list) and all(isinstance(each, str) and each in data for each in by))
    keys = [_key(data, each) for each in (by if several else [by])]
    rows = zip(*(values for _, values in keys), strict=True)
    places: dict[Any, list[int]] = {}
    for place, row in enumerate(rows):
        if not (dropna and any(missing(value) for value in row)):
            places.setdefault(row if several else row[0], []).append(place)
    order = sorted(places) if sort else list(places)
    return GroupBy(data, [name for name, _ in keys], {value: places[value] for value in order}, as_index)


def _key(data: Any, by: Any) -> tuple[Any, list[Any]]:
    if callable(by):
        return None, [by(label) for label in data.index]
    if isinstance(by, Series):
        return by.name, by.tolist()
    if isinstance(by, dict):
        return None, [by[label] for label in data.index]
    if isinstance(by, (list, tuple)):
        return None, list(by)
    if hasattr(by, 'tolist'):
        return None, by.tolist()
    if by not in data:
        raise KeyError(by)
    return by, data[by].tolist()


class GroupBy:
    """The groups of a frame or a series.

    Args:
        data: what is grouped.
        names: of the columns that it is grouped by; None for what has no name.
        places: for each group its rows.
        as_index: whether the groups become labels.
        columns: the columns of interest; all others by default.
    """

    def __init__(
        self, data: Any, names: list[Any], places: dict[Any, list[int]], as_index: bool, columns: Any = None
    ) -> None:
        self._data = data
        self._names = names
        self._places = places
        self._as_index = as_index
        self._columns = columns

    @property
    def ngroups(self) -> int:
        """How many groups there are."""
        return len(self._places)

    @property
    def groups(self) -> dict[Any, list[Any]]:
        """The labels of each group's rows."""
        labels = self._data.index.tolist()
        return {value: [labels[place] for place in rows] for value, rows in self._places.items()}

    @property
    def indices(self) -> dict[Any, Any]:
        """The places of each group's rows."""
        return dict(self._places)

    def _part(self, rows: list[int]) -> Any:
        if isinstance(self._data, Series):
            return self._data._taken(rows)
        part = self._data._rows(rows)
        if self._columns is None:
            return part
        return part[self._columns]

    def __iter__(self) -> Iterator[tuple[Any, Any]]:
        return ((value, self._part(rows)) for value, rows in self._places.items())

    def __len__(self) -> int:
        return len(self._places)

    def __getitem__(self, key: Any) -> 'GroupBy':
        for name in [key] if not isinstance(key, list) else key:
            if name not in self._data:
                raise KeyError(f'Column not found: {name}')
        return GroupBy(self._data, self._names, self._places, self._as_index, key)

    def get_group(self, name: Any) -> Any:
        """The rows of one group.

        Raises:
            KeyError: when there is no such group.
        """
        if name not in self._places:
            raise KeyError(name)
        return self._part(self._places[name])

    def _is_series(self) -> bool:
        return isinstance(self._data, Series) or not (
            self._columns is None or isinstance(self._columns, list)
        )

    def _series(self, name: Any, rows: list[int]) -> Series:
        return self._data._taken(rows) if isinstance(self._data, Series) else self._data[name]._taken(rows)

    def _wanted(self) -> list[Any]:
        if isinstance(self._data, Series):
            return [self._data.name]
        if self._columns is not None:
            return self._columns if isinstance(self._columns, list) else [self._columns]
        return [name for name in self._data if name not in self._names]

    def _index(self) -> Index:
        values = list(self._places)
        return Index(values, self._names[0] if len(self._names) == 1 else None)

    def _finished(self, columns: dict[Any, Column]) -> Any:
        """The statistics as a frame, or for a single column as a series."""
        if not self._as_index:
            keys = {
                name: Column([value[i] if len(self._names) > 1 else value for value in self._places])
                for i, name in enumerate(self._names)
            }
            return DataFrame(
                {**{n: c.values for n, c in keys.items()}, **{n: c.values for n, c in columns.items()}}
            )
        if self._is_series() and len(columns) == 1:
            ((name, column),) = columns.items()
            return Series._of(column, self._index(), name)
        return DataFrame._of(columns, self._index())

    def _of_columns(self, wanted: Any, numeric_only: bool = False) -> Any:
        made: dict[Any, Column] = {}
        for name in self._wanted():
            own = self._data if isinstance(self._data, Series) else self._data[name]
            if numeric_only and not own.dtype.numeric:
                continue
            made[name] = Column(
                [_statistic(self._series(name, rows), wanted) for rows in self._places.values()]
            )
        return self._finished(made)

    def size(self) -> Series:
        """How many rows each group has."""
        counts = Column([len(rows) for rows in self._places.values()])
        if not self._as_index:
            return self._finished({'size': counts})
        return Series._of(counts, self._index(), self._data.name if isinstance(self._data, Series) else None)

    def agg(self, func: Any = None, **named: Any) -> Any:
        """Statistics of each group.

        Args:
            func: a name or a function, several in a list, or a dict of them by column.
            named: for each new column the one it is of, and the statistic.

        Raises:
            NotImplementedError: for several statistics of several columns.
        """
        if named:
            columns = {
                new: Column([_statistic(self._series(name, rows), each) for rows in self._places.values()])
                for new, (name, each) in named.items()
            }
            return self._finished(columns)
        if isinstance(func, dict):
            columns = {
                name: Column([_statistic(self._series(name, rows), each) for rows in self._places.values()])
                for name, each in func.items()
            }
            return self._finished(columns)
        if isinstance(func, (list, tuple)):
            (name, *others) = self._wanted()
            if others:
                raise NotImplementedError(
                    'D2L Exercises does not support several statistics of several columns'
                )
            return DataFrame._of(
                {
                    label_of(each): Column(
                        [_statistic(self._series(name, rows), each) for rows in self._places.values()]
                    )
                    for each in func
                },
                self._index(),
            )
        return self._of_columns(func)

    aggregate = agg

    def transform(self, func: Any) -> Any:
        """For each row the statistic of its group, or what a function makes of its group."""
        made: dict[Any, Column] = {}
        for name in self._wanted():
            values: list[Any] = [None] * len(self._data)
            for rows in self._places.values():
                found = _statistic(self._series(name, rows), func)
                each = (
                    found.tolist()
                    if hasattr(found, 'tolist') and hasattr(found, '__len__')
                    else [found] * len(rows)
                )
                for place, value in zip(rows, each, strict=True):
                    values[place] = value
            made[name] = Column(values)
        if self._is_series():
            ((name, column),) = made.items()
            return Series._of(column, self._data.index, name)
        return DataFrame._of(made, self._data.index)

    def apply(self, func: Any, *args: Any, **kwargs: Any) -> Any:
        """What a function makes of each group: numbers make a series, series and frames a frame."""
        found = [func(self._part(rows), *args, **kwargs) for rows in self._places.values()]
        if found and all(isinstance(each, DataFrame) for each in found):
            return concat(found)
        if found and all(isinstance(each, Series) for each in found):
            return DataFrame([each.to_dict() for each in found], index=self._index())
        name = self._columns if self._is_series() and not isinstance(self._data, Series) else None
        return Series._of(Column(found), self._index(), name)

    def describe(self) -> DataFrame:
        """Count, mean, spread and quantiles of each group of a column."""
        (name,) = self._wanted()
        rows = [self._series(name, each).describe().to_dict() for each in self._places.values()]
        return DataFrame(rows, index=self._index())

    def head(self, n: int = 5) -> Any:
        """The first rows of each group, in the order of the whole."""
        return self._part(sorted(place for rows in self._places.values() for place in rows[:n]))

    def cumsum(self) -> Any:
        """Sums so far, within each group."""
        return self.transform(lambda values: values.cumsum())

    def __getattr__(self, name: str) -> Any:
        if name in _STATISTICS:
            return lambda numeric_only=False, **_: self._of_columns(name, numeric_only)
        if not name.startswith('_') and not isinstance(self._data, Series) and name in self._data:
            return self[name]
        kind = 'SeriesGroupBy' if self._is_series() else 'DataFrameGroupBy'
        raise AttributeError(f"'{kind}' object has no attribute '{name}'")


def _statistic(values: Series, wanted: Any) -> Any:
    if wanted in ('first', 'last'):
        present = values._column.present()
        return present[0 if wanted == 'first' else -1] if present else float('nan')
    return statistic(values, wanted)
