"""Series: one column, and the statistics that skip what is missing."""

import math
import operator
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import numpy as np

from .text import column_texts

NAN = float('nan')


def is_missing(value: Any) -> bool:
    """None and NaN are missing."""
    return value is None or (isinstance(value, float) and math.isnan(value))


def plain(value: Any) -> Any:
    """A Python value of a numpy scalar or a one-element tensor."""
    return value.item() if hasattr(value, 'item') else value


def kind_of(values: Sequence[Any]) -> str:
    """The name of the dtype that pandas gives such values; missing ones make integers floats."""
    known = [value for value in values if not is_missing(value)]
    if known and all(isinstance(value, bool) for value in known):
        return 'bool' if len(known) == len(values) else 'object'
    if all(isinstance(value, (int, float)) and not isinstance(value, bool) for value in known):
        floats = len(known) < len(values) or any(isinstance(value, float) for value in known)
        return 'float64' if floats else 'int64'
    return 'object'


class Loc:
    """`.loc` and `.iloc`: an index in brackets, read and written by two functions."""

    def __init__(self, get: Callable[[Any], Any], put: Callable[[Any, Any], None] | None = None) -> None:
        self._get, self._put = get, put

    def __getitem__(self, key: Any) -> Any:
        return self._get(key)

    def __setitem__(self, key: Any, value: Any) -> None:
        if self._put is None:
            raise AttributeError('D2L Exercises does not support assignment through this index')
        self._put(key, value)


class Series:
    """A column of values with a label for each.

    Args:
        data: the values.
        index: their labels; 0, 1, … by default.
        name: the column's name.
        dtype: `'float64'`, `'int64'`, `'bool'` or `'object'`; by the values when None.
    """

    def __init__(self, data: Any = (), index: Any = None, name: Any = None, dtype: str | None = None) -> None:
        given = data.items() if isinstance(data, dict) else None
        values = [plain(value) for value in (data.values() if isinstance(data, dict) else data)]
        self.index = (
            list(index) if index is not None else [k for k, _ in given or ()] or list(range(len(values)))
        )
        self.dtype = dtype or kind_of(values)
        if self.dtype == 'float64':
            values = [NAN if is_missing(value) else float(value) for value in values]
        self._values = values
        self.name = name

    def _like(self, values: Any, dtype: str | None = None) -> 'Series':
        return Series(values, self.index, self.name, dtype)

    @property
    def values(self) -> Any:
        """The values as an array."""
        return self.to_numpy()

    @property
    def shape(self) -> tuple[int]:
        """The number of values."""
        return (len(self._values),)

    @property
    def iloc(self) -> Loc:
        """Values by position."""
        return Loc(self._at)

    @property
    def loc(self) -> Loc:
        """Values by label."""
        return Loc(lambda key: self[key])

    def _at(self, key: Any) -> Any:
        if isinstance(key, slice):
            return Series(self._values[key], self.index[key], self.name, self.dtype)
        if isinstance(key, (list, tuple)):
            return Series([self._values[i] for i in key], [self.index[i] for i in key], self.name, self.dtype)
        return self._values[key]

    def to_numpy(self, dtype: Any = None) -> Any:
        """The values as an array; text only as a list would be."""
        if self.dtype == 'object' and dtype is None:
            raise TypeError('D2L Exercises does not support arrays of text: use tolist()')
        array = np.array([NAN if value is None else value for value in self._values])
        return array.astype(np.float64 if dtype is float else dtype) if dtype is not None else array

    def tolist(self) -> list[Any]:
        """The values as a list."""
        return list(self._values)

    def astype(self, dtype: Any) -> 'Series':
        """The values as `int`, `float`, `bool` or `str`."""
        convert = {'int64': int, 'float64': float, 'bool': bool, 'object': str}.get(str(dtype), dtype)
        return self._like([convert(value) for value in self._values])

    def __len__(self) -> int:
        return len(self._values)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._values)

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, slice):
            return self._at(key)
        if isinstance(key, Series):
            return self._at([i for i, keep in enumerate(key) if keep])
        if key not in self.index:
            raise KeyError(key)
        return self._values[self.index.index(key)]

    def _each(self, other: Any, operation: Callable[[Any, Any], Any]) -> 'Series':
        others = list(other) if isinstance(other, Series) else [plain(other)] * len(self)
        return self._like([operation(a, b) for a, b in zip(self._values, others, strict=True)])

    def __add__(self, other: Any) -> 'Series':
        return self._each(other, operator.add)

    def __sub__(self, other: Any) -> 'Series':
        return self._each(other, operator.sub)

    def __mul__(self, other: Any) -> 'Series':
        return self._each(other, operator.mul)

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other: Any) -> 'Series':
        return self._each(other, lambda a, b: b - a)

    def __truediv__(self, other: Any) -> 'Series':
        return self._each(other, lambda a, b: a / b if b else math.copysign(math.inf, a) if a else NAN)

    def __eq__(self, other: object) -> Any:
        return self._each(other, operator.eq)

    def __ne__(self, other: object) -> Any:
        return self._each(other, operator.ne)

    def __gt__(self, other: Any) -> 'Series':
        return self._each(other, operator.gt)

    def __lt__(self, other: Any) -> 'Series':
        return self._each(other, operator.lt)

    __hash__ = None  # type: ignore[assignment]

    def isna(self) -> 'Series':
        """Which values are missing."""
        return self._like([is_missing(value) for value in self._values])

    isnull = isna

    def notna(self) -> 'Series':
        """Which values are there."""
        return self._like([not is_missing(value) for value in self._values])

    def fillna(self, value: Any) -> 'Series':
        """With `value` where one is missing."""
        return self._like([plain(value) if is_missing(each) else each for each in self._values])

    def dropna(self) -> 'Series':
        """Without the missing values."""
        return self._at([i for i, value in enumerate(self._values) if not is_missing(value)])

    def unique(self) -> list[Any]:
        """Every value once, in order."""
        return list(dict.fromkeys(self._values))

    def apply(self, function: Callable[[Any], Any]) -> 'Series':
        """The function of each value."""
        return self._like([plain(function(value)) for value in self._values])

    map = apply

    def _known(self) -> list[Any]:
        return [value for value in self._values if not is_missing(value)]

    def count(self) -> int:
        """How many values there are."""
        return len(self._known())

    def sum(self) -> Any:
        """The sum of the values that are there."""
        return sum(self._known())

    def mean(self) -> float:
        """The mean of the values that are there; NaN when there is none."""
        known = self._known()
        return math.fsum(known) / len(known) if known else NAN

    def var(self, ddof: int = 1) -> float:
        """The variance; `ddof` is subtracted from the number of values."""
        known, mean = self._known(), self.mean()
        if len(known) <= ddof:
            return NAN
        return math.fsum((value - mean) ** 2 for value in known) / (len(known) - ddof)

    def std(self, ddof: int = 1) -> float:
        """The standard deviation; `ddof` is subtracted from the number of values."""
        return math.sqrt(self.var(ddof))

    def min(self) -> Any:
        """The smallest value."""
        return min(self._known(), default=NAN)

    def max(self) -> Any:
        """The largest value."""
        return max(self._known(), default=NAN)

    def quantile(self, q: float = 0.5) -> float:
        """The value below which a fraction `q` lies, interpolated between neighbours."""
        known = sorted(self._known())
        if not known:
            return NAN
        place = q * (len(known) - 1)
        low = int(place)
        high = min(low + 1, len(known) - 1)
        return known[low] + (known[high] - known[low]) * (place - low)

    def median(self) -> float:
        """The middle value."""
        return self.quantile(0.5)

    def copy(self) -> 'Series':
        """The same values in a column of their own."""
        return self._like(self._values, self.dtype)

    def __repr__(self) -> str:
        labels = [str(label) for label in self.index]
        width = max((len(label) for label in labels), default=0)
        texts = column_texts(self._values, self.dtype)
        body = max((len(text) for text in texts), default=0)
        lines = [f'{label:<{width}}    {text:>{body}}' for label, text in zip(labels, texts, strict=True)]
        name = f'Name: {self.name}, ' if self.name is not None else ''
        return '\n'.join([*lines, f'{name}dtype: {self.dtype}'])
