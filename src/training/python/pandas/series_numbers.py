"""What is computed from a series."""

from collections.abc import Callable, Iterable
from typing import Any

from . import statistics
from .arrays import array_of
from .column import BOOL, NAN, Column, ColumnType, missing
from .index import Index, range_index

__all__ = ['SeriesNumbers']


class SeriesNumbers:
    """The part of `Series` that computes."""

    _column: Column
    _index: Index
    name: Any

    def _with(self, column: Column, index: Index | None = None) -> Any:
        raise NotImplementedError

    def _taken(self, places: Iterable[int]) -> Any:
        raise NotImplementedError

    def _labelled(self, values: Iterable[Any], labels: Iterable[Any], name: Any) -> Any:
        made = self._with(Column(values), Index(labels))
        made.name = name
        return made

    # ------------------------------------------------------------ every value

    def astype(self, dtype: Any) -> Any:
        """The values as another type."""
        return self._with(self._column.astype(dtype))

    def apply(self, func: Callable[[Any], Any]) -> Any:
        """A function of every value."""
        return self._with(self._column.mapped(func))

    def map(self, arg: Any) -> Any:
        """A function, or a dict's value, of every value."""
        return self.apply((lambda value: arg.get(value, NAN)) if hasattr(arg, 'get') else arg)

    def isna(self) -> Any:
        """Whether each value is missing."""
        return self._with(self._column.mapped(missing, BOOL))

    isnull = isna

    def notna(self) -> Any:
        """Whether each value is there."""
        return self._with(self._column.mapped(lambda value: not missing(value), BOOL))

    notnull = notna

    def fillna(self, value: Any) -> Any:
        """A value in the place of what is missing."""
        return self._with(self._column.mapped(lambda old: value if missing(old) else old))

    def dropna(self) -> Any:
        """Without what is missing."""
        return self._taken([i for i, value in enumerate(self._column.values) if not missing(value)])

    def replace(self, to_replace: Any, value: Any = None) -> Any:
        """Other values in the place of some."""
        swaps = to_replace if isinstance(to_replace, dict) else {to_replace: value}
        return self.apply(lambda old: swaps.get(old, old))

    def isin(self, values: Iterable[Any]) -> Any:
        """Whether each value is among some."""
        known = list(values)
        return self._with(self._column.mapped(lambda value: value in known, BOOL))

    def abs(self) -> Any:
        """The absolute values."""
        return self._with(self._column.mapped(abs, self._column.dtype))

    def round(self, decimals: int = 0) -> Any:
        """The values rounded to decimals."""
        return self._with(self._column.mapped(lambda value: round(value, decimals), self._column.dtype))

    def clip(self, lower: Any = None, upper: Any = None) -> Any:
        """The values limited to a range."""

        def limited(value: Any) -> Any:
            value = value if lower is None or not value < lower else lower
            return value if upper is None or not value > upper else upper

        return self.apply(limited)

    # ------------------------------------------------------------ order

    def rename(self, index: Any) -> Any:
        """The same with another name."""
        made = self._with(self._column)
        made.name = index
        return made

    def reset_index(self, drop: bool = False) -> Any:
        """With the labels 0, 1, …; the old ones become a column unless they are dropped."""
        if not drop:
            return self.to_frame().reset_index()  # type: ignore[attr-defined]
        return self._with(self._column, range_index(len(self._column)))

    def sort_values(self, ascending: bool = True) -> Any:
        """In order of the values; what is missing comes last."""
        values = self._column.values
        present = [i for i, value in enumerate(values) if not missing(value)]
        order = sorted(present, key=lambda i: values[i], reverse=not ascending)
        return self._taken([*order, *(i for i in range(len(values)) if missing(values[i]))])

    def sort_index(self, ascending: bool = True) -> Any:
        """In order of the labels."""
        order = sorted(range(len(self._index)), key=lambda i: self._index[i], reverse=not ascending)
        return self._taken(order)

    def unique(self) -> Any:
        """The different values, in order of appearance."""
        return array_of(Column(dict.fromkeys(self._column.values), self._column.dtype))

    def value_counts(self, normalize: bool = False) -> Any:
        """How often each value appears, most often first."""
        counts: dict[Any, int] = {}
        for value in self._column.present():
            counts[value] = counts.get(value, 0) + 1
        order = sorted(counts, key=lambda value: -counts[value])
        whole = sum(counts.values())
        found = [counts[value] / whole if normalize else counts[value] for value in order]
        made = self._labelled(found, order, 'proportion' if normalize else 'count')
        made.index.name = self.name
        return made

    # ------------------------------------------------------------ one number

    def _number(self, function: Callable[..., Any], *args: Any) -> Any:
        needs_numbers = (statistics.mean, statistics.variance, statistics.deviation, statistics.quantile)
        if not self._column.dtype.numeric and function in needs_numbers:
            raise TypeError(f'Could not convert {self.name or "the values"} to numeric: it holds text')
        return scalar(function(self._column, *args), self._column.dtype)

    def sum(self) -> Any:
        """The sum."""
        return self._number(statistics.total)

    def mean(self) -> Any:
        """The arithmetic mean."""
        return self._number(statistics.mean)

    def std(self, ddof: int = 1) -> Any:
        """The standard deviation; divides by n - ddof."""
        return self._number(statistics.deviation, ddof)

    def var(self, ddof: int = 1) -> Any:
        """The variance; divides by n - ddof."""
        return self._number(statistics.variance, ddof)

    def min(self) -> Any:
        """The smallest value."""
        return self._number(statistics.least)

    def max(self) -> Any:
        """The largest value."""
        return self._number(statistics.most)

    def median(self) -> Any:
        """The value in the middle."""
        return self._number(statistics.quantile)

    def quantile(self, q: float = 0.5) -> Any:
        """The value that a part of all values lies below."""
        return self._number(statistics.quantile, q)

    def count(self) -> int:
        """How many values are there."""
        return statistics.count(self._column)

    def nunique(self) -> int:
        """How many different values there are."""
        return len(set(self._column.present()))

    def any(self) -> bool:
        """Whether any value is true."""
        return any(self._column.present())

    def all(self) -> bool:
        """Whether all values are true."""
        return all(self._column.present())

    def idxmax(self) -> Any:
        """The label of the largest value."""
        return self._index[self._column.values.index(statistics.most(self._column))]

    def idxmin(self) -> Any:
        """The label of the smallest value."""
        return self._index[self._column.values.index(statistics.least(self._column))]

    def describe(self) -> Any:
        """Count, mean, standard deviation and quartiles.

        Raises:
            NotImplementedError: for a series of text.
        """
        if not self._column.dtype.numeric:
            raise NotImplementedError('D2L Exercises does not support Series.describe of text')
        return self._labelled(statistics.summary(self._column), statistics.SUMMARY, self.name)

    def mode(self) -> Any:
        """The values that appear most often, in order."""
        counts = self.value_counts()
        often = sorted(label for label, number in counts.items() if number == counts.tolist()[0])
        return self._labelled(often, range(len(often)), self.name)


def scalar(value: Any, dtype: ColumnType) -> Any:
    """A number as numpy's, which prints as Python's and has `item()`."""
    from numpy import float64, int64

    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return value
    return float64(value) if isinstance(value, float) else int64(value)
