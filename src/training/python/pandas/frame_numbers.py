"""What is computed from a frame, column by column or row by row."""

from collections.abc import Callable
from typing import Any

from . import statistics
from .column import BOOL, FLOAT, OBJECT, Column, missing
from .index import Index, range_index
from .information import information
from .series import Series

__all__ = ['FrameNumbers']


class FrameNumbers:
    """The part of `DataFrame` that computes."""

    _columns: dict[Any, Column]
    _index: Index

    def _series(self, values: Any, labels: Any, name: Any = None, dtype: Any = None) -> Any:
        return Series._of(Column(values, dtype), labels if isinstance(labels, Index) else Index(labels), name)

    def _reduced(
        self, function: Callable[[Column], Any], axis: Any, numeric_only: bool, whole: bool = False
    ) -> Any:
        """A number of each column (axis 0) or row (axis 1)."""
        chosen = {
            name: column for name, column in self._columns.items() if column.dtype.numeric or not numeric_only
        }
        if axis in (1, 'columns'):
            rows = zip(*(column.values for column in chosen.values()), strict=True)
            return self._series([function(Column(row)) for row in rows], self._index)
        texts = [name for name, column in chosen.items() if not column.dtype.numeric]
        if texts and not whole:
            raise TypeError(
                f'Could not convert column {texts[0]!r} to numeric: it holds text. '
                'Leave it out, or say numeric_only=True'
            )
        return self._series([function(column) for column in chosen.values()], chosen)

    def sum(self, axis: Any = 0, numeric_only: bool = False) -> Any:
        """The sums."""
        return self._reduced(statistics.total, axis, numeric_only)

    def mean(self, axis: Any = 0, numeric_only: bool = False) -> Any:
        """The arithmetic means."""
        return self._reduced(statistics.mean, axis, numeric_only)

    def std(self, axis: Any = 0, ddof: int = 1, numeric_only: bool = False) -> Any:
        """The standard deviations; divide by n - ddof."""
        return self._reduced(lambda column: statistics.deviation(column, ddof), axis, numeric_only)

    def var(self, axis: Any = 0, ddof: int = 1, numeric_only: bool = False) -> Any:
        """The variances; divide by n - ddof."""
        return self._reduced(lambda column: statistics.variance(column, ddof), axis, numeric_only)

    def min(self, axis: Any = 0, numeric_only: bool = False) -> Any:
        """The smallest values."""
        return self._reduced(statistics.least, axis, numeric_only, whole=True)

    def max(self, axis: Any = 0, numeric_only: bool = False) -> Any:
        """The largest values."""
        return self._reduced(statistics.most, axis, numeric_only, whole=True)

    def median(self, axis: Any = 0, numeric_only: bool = False) -> Any:
        """The values in the middle."""
        return self._reduced(statistics.quantile, axis, numeric_only)

    def count(self, axis: Any = 0, numeric_only: bool = False) -> Any:
        """How many values are there."""
        return self._reduced(statistics.count, axis, numeric_only, whole=True)

    def nunique(self) -> Any:
        """How many different values each column has."""
        return self._reduced(lambda column: len(set(column.present())), 0, False, whole=True)

    def any(self, axis: Any = 0) -> Any:
        """Whether any value is true."""
        return self._reduced(lambda column: any(column.present()), axis, False, whole=True)

    def all(self, axis: Any = 0) -> Any:
        """Whether all values are true."""
        return self._reduced(lambda column: all(column.present()), axis, False, whole=True)

    def idxmax(self) -> Any:
        """The labels of the largest values."""
        return self._reduced(lambda c: self._index[c.values.index(statistics.most(c))], 0, False, whole=True)

    def describe(self) -> Any:
        """Count, mean, standard deviation and quartiles of the columns of numbers."""
        numbers = {name: c for name, c in self._columns.items() if c.dtype.kind in 'if'}
        made = {name: Column(statistics.summary(column), FLOAT) for name, column in numbers.items()}
        return self._with(made, Index(statistics.SUMMARY))

    def info(self) -> None:
        """Prints the names, counts and types of the columns."""
        print(information(self._index.tolist(), self._columns))

    # ------------------------------------------------------------ every value

    def isna(self) -> Any:
        """Whether each value is missing."""
        return self._each(missing, BOOL)

    isnull = isna

    def notna(self) -> Any:
        """Whether each value is there."""
        return self._each(lambda value: not missing(value), BOOL)

    notnull = notna

    def _each(self, function: Callable[[Any], Any], dtype: Any = None) -> Any:
        raise NotImplementedError

    def _with(self, columns: dict[Any, Column], index: Index | None = None) -> Any:
        raise NotImplementedError

    def _rows(self, places: Any) -> Any:
        raise NotImplementedError

    def applymap(self, func: Callable[[Any], Any]) -> Any:
        """A function of every value."""
        return self._each(func)

    map = applymap

    def abs(self) -> Any:
        """The absolute values."""
        return self._each(abs)

    def round(self, decimals: int = 0) -> Any:
        """The numbers rounded to decimals."""
        return self._each(lambda value: round(value, decimals) if isinstance(value, float) else value)

    def astype(self, dtype: Any) -> Any:
        """The values as other types: one for all columns, or a dict by their names."""

        def wanted(name: Any, column: Column) -> Column:
            kind = dtype.get(name) if isinstance(dtype, dict) else dtype
            return column if kind is None else column.astype(kind)

        return self._with({name: wanted(name, column) for name, column in self._columns.items()})

    def replace(self, to_replace: Any, value: Any = None) -> Any:
        """Other values in the place of some."""
        swaps = to_replace if isinstance(to_replace, dict) else {to_replace: value}
        return self._each(lambda old: swaps.get(old, old))

    def fillna(self, value: Any) -> Any:
        """Values in the place of what is missing: one for all, or one by the name of each column."""

        def filled(name: Any, column: Column) -> Column:
            known = value.to_dict() if hasattr(value, 'to_dict') else value
            new = known.get(name) if isinstance(known, dict) else known
            if missing(new) or not any(map(missing, column.values)):
                return column
            kept = OBJECT if column.dtype == OBJECT and all(map(missing, column.values)) else None
            return Column([new if missing(old) else old for old in column.values], kept)

        return self._with({name: filled(name, column) for name, column in self._columns.items()})

    def dropna(self, axis: Any = 0, how: str = 'any', subset: Any = None, thresh: int | None = None) -> Any:
        """Without the rows (or columns) that lack any value, all, or more than `thresh` leaves."""
        if axis in (1, 'columns'):
            kept = {n: c for n, c in self._columns.items() if self._complete(c.values, how, thresh)}
            return self._with(kept)
        names = (
            list(self._columns) if subset is None else [subset] if isinstance(subset, str) else list(subset)
        )
        chosen = [self._columns[name].values for name in names]
        return self._rows(
            [i for i in range(len(self._index)) if self._complete([v[i] for v in chosen], how, thresh)]
        )

    def _complete(self, values: list[Any], how: str, thresh: int | None) -> bool:
        absent = sum(map(missing, values))
        if thresh is not None:
            return len(values) - absent >= thresh
        return absent < len(values) if how == 'all' else not absent

    def apply(self, func: Callable[..., Any], axis: Any = 0) -> Any:
        """A function of every column (axis 0) or row (axis 1)."""
        if axis in (1, 'columns'):
            labels, parts = self._index, [self._row(place) for place in range(len(self._index))]
        else:
            labels, parts = Index(self._columns), [self[name] for name in self._columns]
        results = [func(part) for part in parts]
        if not results or not isinstance(results[0], Series):
            return self._series(results, labels)
        made = self._with(
            {label: result._column for label, result in zip(labels, results, strict=True)}, results[0].index
        )
        return made.T if axis in (1, 'columns') else made

    def _row(self, place: int) -> Any:
        raise NotImplementedError

    def __getitem__(self, key: Any) -> Any:
        raise NotImplementedError

    # ------------------------------------------------------------ order

    def sort_values(self, by: Any, ascending: Any = True) -> Any:
        """The rows in order of the values of one or several columns, each rising or falling."""
        names = [by] if isinstance(by, str) else list(by)
        rising = [ascending] * len(names) if isinstance(ascending, (bool, int)) else list(ascending)
        order = list(range(len(self._index)))
        # The last column first: each further order keeps that of what is equal in it.
        for name, rises in reversed(list(zip(names, rising, strict=True))):
            values = self._columns[name].values
            present = [i for i in order if not missing(values[i])]
            absent = [i for i in order if missing(values[i])]
            order = [*sorted(present, key=lambda i: values[i], reverse=not rises), *absent]
        return self._rows(order)

    def sort_index(self, ascending: bool = True) -> Any:
        """The rows in order of their labels."""
        order = sorted(range(len(self._index)), key=lambda i: self._index[i], reverse=not ascending)
        return self._rows(order)

    def reset_index(self, drop: bool = False) -> Any:
        """With the labels 0, 1, …; the old ones become a column unless they are dropped."""
        kept = dict(self._columns)
        if not drop:
            kept = {'index' if self._index.name is None else self._index.name: Column(self._index), **kept}
        return self._with(kept, range_index(len(self._index)))

    def set_index(self, keys: Any) -> Any:
        """With a column as the labels."""
        rest = {name: column for name, column in self._columns.items() if name != keys}
        return self._with(rest, Index(self._columns[keys].values, keys))
