"""DataFrame: columns with names, rows with labels."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, NoReturn

from . import positions, printing
from .arrays import matrix_of
from .column import NAN, OBJECT, Column, ColumnType
from .construction import columns_of, row_labels
from .csv_writing import written
from .frame_columns import FrameColumns
from .frame_numbers import FrameNumbers
from .index import Index, range_index
from .later import later_method
from .locators import FrameLocator
from .series import Series, add_operators, listed

__all__ = ['DataFrame']


class DataFrame(FrameColumns, FrameNumbers):
    """A table.

    Args:
        data: a dict of columns, rows (lists or dicts), an array or tensor of two dimensions, or a frame.
        index: labels of the rows; 0, 1, … when None.
        columns: names of the columns.
        dtype: type of all columns.
    """

    def __init__(self, data: Any = None, index: Any = None, columns: Any = None, dtype: Any = None) -> None:
        made, own_index = columns_of({} if data is None else data, index, columns)
        if dtype is not None:
            made = {name: column.astype(dtype) for name, column in made.items()}
        count = len(next(iter(made.values()))) if made else 0 if index is None else len(listed(index))
        self._columns = made
        self._index = own_index if own_index is not None and index is None else row_labels(index, count)

    @classmethod
    def _of(cls, columns: dict[Any, Column], index: Index) -> 'DataFrame':
        made = object.__new__(cls)
        made._columns, made._index = columns, index
        return made

    def _with(self, columns: dict[Any, Column], index: Index | None = None) -> 'DataFrame':
        return DataFrame._of(columns, self._index if index is None else index)

    def _each(self, function: Callable[[Any], Any], dtype: ColumnType | None = None) -> 'DataFrame':
        return self._with({name: column.mapped(function, dtype) for name, column in self._columns.items()})

    # ------------------------------------------------------------ what it is

    @property
    def index(self) -> Index:
        """The labels of the rows."""
        return self._index

    @index.setter
    def index(self, labels: Any) -> None:
        self._index = row_labels(labels, len(self))

    @property
    def columns(self) -> Index:
        """The names of the columns.

        Raises:
            ValueError: when it is set to more names than there are columns, or to fewer.
        """
        return Index(self._columns)

    @columns.setter
    def columns(self, names: Any) -> None:
        given = listed(names)
        if len(given) != len(self._columns):
            raise ValueError(
                f'Length mismatch: Expected axis has {len(self._columns)} elements, '
                f'new values have {len(given)} elements'
            )
        self._columns = dict(zip(given, self._columns.values(), strict=True))

    @property
    def shape(self) -> tuple[int, int]:
        """The numbers of rows and columns."""
        return len(self), len(self._columns)

    @property
    def size(self) -> int:
        """The number of values."""
        return len(self) * len(self._columns)

    ndim = 2

    @property
    def empty(self) -> bool:
        """Whether there is no value."""
        return not self.size

    @property
    def dtypes(self) -> Series:
        """The type of each column."""
        return Series._of(Column((c.dtype for c in self._columns.values()), OBJECT), self.columns)

    @property
    def values(self) -> Any:
        """All values as an array."""
        return self.to_numpy()

    @property
    def T(self) -> 'DataFrame':  # noqa: N802 - pandas' name
        """Rows as columns."""
        rows = [self._row_values(place) for place in range(len(self))]
        return DataFrame._of(
            {label: Column(row) for label, row in zip(self._index, rows, strict=True)}, self.columns
        )

    def __len__(self) -> int:
        return len(self._index)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._columns)

    def __contains__(self, name: object) -> bool:
        return name in self._columns

    def __repr__(self) -> str:
        return printing.frame_text(self._index.tolist(), self._columns, self._index.name)

    def to_string(self) -> str:
        """The text of the frame."""
        return repr(self)

    def __bool__(self) -> bool:
        raise ValueError(
            'The truth value of a DataFrame is ambiguous. '
            'Use a.empty, a.bool(), a.item(), a.any() or a.all().'
        )

    __hash__ = None  # type: ignore[assignment]

    def to_numpy(self, dtype: Any = None) -> Any:
        """All values as an array."""
        return matrix_of(list(self._columns.values()), len(self), dtype)

    def to_dict(self, orient: str = 'dict') -> Any:
        """The columns by their names, each by labels (`dict`) or as `list`; or the rows (`records`).

        Raises:
            NotImplementedError: for another `orient`.
        """
        if orient == 'list':
            return {name: list(column.values) for name, column in self._columns.items()}
        if orient == 'records':
            return [dict(zip(self._columns, self._row_values(i), strict=True)) for i in range(len(self))]
        if orient != 'dict':
            raise NotImplementedError(f'D2L Exercises does not support to_dict(orient={orient!r})')
        return {name: self[name].to_dict() for name in self._columns}

    def to_csv(self, path_or_buf: Any = None, sep: str = ',', index: bool = True, header: bool = True) -> Any:
        """Writes a file of values separated by commas; gives the text when there is no path."""
        text = written(self, sep, index, header)
        if path_or_buf is None:
            return text
        if hasattr(path_or_buf, 'write'):
            path_or_buf.write(text)
            return None
        with open(path_or_buf, 'w') as file:
            file.write(text)
        return None

    # ------------------------------------------------------------ rows and columns

    def __getitem__(self, key: Any) -> Any:
        if isinstance(key, slice):
            return self._rows(positions.by_place(key, len(self))[0])
        if isinstance(key, (str, int, float)):
            if key not in self._columns:
                raise KeyError(key)
            return Series._of(self._columns[key], self._index, key)
        chosen = positions.plain_key(key)
        if positions.is_mask(chosen):
            return self._rows(positions.by_place(chosen, len(self))[0])
        absent = [name for name in chosen if name not in self._columns]
        if absent:
            raise KeyError(f'{absent} not in index')
        return self._with({name: self._columns[name] for name in chosen})

    def __setitem__(self, key: Any, value: Any) -> None:
        names = [key] if isinstance(key, (str, int)) else positions.plain_key(key)
        given = [value[name] for name in value] if isinstance(value, DataFrame) else [value] * len(names)
        for name, new in zip(names, given, strict=True):
            self._columns = {**self._columns, name: self._as_column(new)}

    def __delitem__(self, name: Any) -> None:
        del self._columns[name]

    def _as_column(self, value: Any) -> Column:
        if isinstance(value, Series):
            if self._columns and not value.index.equals(self._index):
                labels = value.index
                return value._column.take(labels.get_loc(x) if x in labels else -1 for x in self._index)
            value = value.tolist()
        elif isinstance(value, str) or not hasattr(value, '__len__'):
            return Column([value] * len(self))
        given = Column(listed(value))
        if not self._columns:
            self._index = range_index(len(given))
        if len(given) != len(self):
            raise ValueError(f'Length of values ({len(given)}) does not match length of index ({len(self)})')
        return given

    def _rows(self, places: Iterable[int]) -> 'DataFrame':
        places = list(places)
        index = Index([self._index[i] for i in places], self._index.name)
        return DataFrame._of({name: column.take(places) for name, column in self._columns.items()}, index)

    def _row_values(self, place: int) -> list[Any]:
        return [column.values[place] for column in self._columns.values()]

    def _row(self, place: int) -> Series:
        kinds = {column.dtype for column in self._columns.values()}
        dtype = OBJECT if len(kinds) > 1 and not all(kind.kind in 'if' for kind in kinds) else None
        return Series._of(Column(self._row_values(place), dtype), self.columns, self._index[place])

    @property
    def iloc(self) -> FrameLocator:
        """Rows and columns by place."""
        return FrameLocator(self, False)

    @property
    def loc(self) -> FrameLocator:
        """Rows and columns by label."""
        return FrameLocator(self, True)

    iat, at = iloc, loc

    def head(self, n: int = 5) -> 'DataFrame':
        """The first rows."""
        return self._rows(range(len(self))[:n])

    def tail(self, n: int = 5) -> 'DataFrame':
        """The last rows."""
        return self._rows(range(len(self))[-n:] if n else ())

    def equals(self, other: 'DataFrame') -> bool:
        """Whether names, labels and values are the same; missing values count as equal."""
        return (
            list(self._columns) == list(other)
            and self._index.equals(other.index)
            and all(self[name].equals(other[name]) for name in self)
        )

    # ------------------------------------------------------------ operators

    def _combined(self, name: str, other: Any, swapped: bool = False) -> 'DataFrame':
        def partner(label: Any) -> Any:
            if isinstance(other, Series):
                return other.to_dict().get(label, NAN)
            return other[label] if isinstance(other, DataFrame) else other

        return self._with(
            {label: self[label]._combined(name, partner(label), swapped)._column for label in self._columns}
        )

    def __neg__(self) -> 'DataFrame':
        return self._each(lambda value: -value)

    def __invert__(self) -> 'DataFrame':
        return self._each(lambda value: not value)

    def __getattr__(self, name: str) -> Any:
        columns = self.__dict__.get('_columns', {})
        if name in columns:
            return self[name]
        found = later_method(self, name)
        return found if found is not None else _unsupported(name)


def _unsupported(name: str) -> NoReturn:
    if name.startswith('_'):
        raise AttributeError(name)
    raise AttributeError(
        f'D2L Exercises does not support pandas DataFrame.{name}, and there is no such column'
    )


add_operators(DataFrame)
Series._constructor_expanddim = DataFrame._of
