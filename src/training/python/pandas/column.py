"""A column: values of one type, with NaN where one is missing."""

import math
from collections.abc import Callable, Iterable
from typing import Any

__all__ = ['BOOL', 'FLOAT', 'INT', 'NAN', 'OBJECT', 'Column', 'ColumnType', 'missing', 'plain']

NAN = math.nan
_KINDS = {'bool': 'b', 'int64': 'i', 'float64': 'f', 'object': 'O'}
_PYTHON: dict[Any, str] = {bool: 'bool', int: 'int64', float: 'float64', object: 'object', str: 'object'}
_NARROWER = {
    'int32': 'int64',
    'int': 'int64',
    'float32': 'float64',
    'float': 'float64',
    'str': 'object',
    'O': 'object',
}


class ColumnType:
    """The type of a column: `bool`, `int64`, `float64` or `object`.

    Args:
        kind: its name, or a Python or numpy type.

    Raises:
        TypeError: for a type that columns cannot have here.
    """

    __slots__ = ('name',)

    def __init__(self, kind: Any) -> None:
        name = kind.name if hasattr(kind, 'name') else _PYTHON.get(kind) if isinstance(kind, type) else kind
        if name is None:
            name = getattr(kind, '__name__', str(kind))
        name = _NARROWER.get(name, name)
        if name not in _KINDS:
            raise TypeError(f'D2L Exercises does not support pandas columns of type {name!r}')
        self.name: str = name

    @property
    def kind(self) -> str:
        """`b`, `i`, `f` or `O`."""
        return _KINDS[self.name]

    @property
    def numeric(self) -> bool:
        """Whether numbers can be computed from the values; so they can from True and False."""
        return self.name != 'object'

    def __eq__(self, other: object) -> bool:
        try:
            return self.name == (other.name if isinstance(other, ColumnType) else ColumnType(other).name)
        except TypeError:
            return False

    def __hash__(self) -> int:
        return hash(self.name)

    def __repr__(self) -> str:
        return "dtype('O')" if self.name == 'object' else f"dtype('{self.name}')"

    def __str__(self) -> str:
        return self.name


BOOL, INT, FLOAT, OBJECT = (ColumnType(name) for name in _KINDS)


def missing(value: Any) -> bool:
    """Whether a value is None or NaN."""
    return value is None or (isinstance(value, float) and value != value)


def plain(value: Any) -> Any:
    """numpy's scalars and tensors of one element as Python numbers."""
    return value.item() if hasattr(value, 'item') and not isinstance(value, str) else value


class Column:
    """Values of one type.

    Args:
        values: Python values.
        dtype: their type; found from the values when None.
    """

    __slots__ = ('dtype', 'values')

    def __init__(self, values: Iterable[Any], dtype: ColumnType | None = None) -> None:
        self.values = [plain(value) for value in values]
        self.dtype = dtype or _type_of(self.values)
        if self.dtype == FLOAT:
            self.values = [NAN if value is None else float(value) for value in self.values]

    def __len__(self) -> int:
        return len(self.values)

    def take(self, places: Iterable[int]) -> 'Column':
        """The values at some places; -1 is a missing one."""
        places = list(places)
        if -1 not in places:
            return Column([self.values[i] for i in places], self.dtype)
        return Column(
            [NAN if i < 0 else self.values[i] for i in places], FLOAT if self.dtype == INT else None
        )

    def mapped(self, function: Callable[[Any], Any], dtype: ColumnType | None = None) -> 'Column':
        """A function of every value."""
        return Column([function(value) for value in self.values], dtype)

    def astype(self, kind: Any) -> 'Column':
        """The values as another type.

        Raises:
            ValueError: when a missing value is to become an integer.
        """
        dtype = ColumnType(kind)
        if dtype == INT and any(missing(value) for value in self.values):
            raise ValueError('Cannot convert non-finite values (NA or inf) to integer')
        makers: dict[str, Callable[[Any], Any]] = {'b': bool, 'i': int, 'f': float, 'O': lambda value: value}
        make = str if kind is str or kind == 'str' else makers[dtype.kind]
        return self.mapped(make, dtype)

    def present(self) -> list[Any]:
        """The values that are not missing."""
        return [value for value in self.values if not missing(value)]


def _type_of(values: list[Any]) -> ColumnType:
    kinds = {type(value) for value in values if value is not None}
    lacks = None in values
    if kinds <= {bool} and kinds and not lacks:
        return BOOL
    if kinds == {int} and not lacks:
        return INT
    if kinds <= {int, float} and (kinds or lacks):
        return FLOAT if kinds else OBJECT
    return OBJECT
