"""Columns of a frame: gone through, added, taken out, renamed, chosen."""

from collections.abc import Iterable, Iterator
from typing import Any

from . import positions
from .column import Column, ColumnType
from .index import Index
from .series import Series

__all__ = ['FrameColumns', 'axis_number']


def axis_number(axis: Any) -> int:
    """0 for rows (`index`), 1 for columns."""
    return 1 if axis in (1, 'columns') else 0


class FrameColumns:
    """The part of `DataFrame` that deals with whole columns and rows."""

    _columns: dict[Any, Column]
    _index: Index

    def _with(self, columns: dict[Any, Column], index: Index | None = None) -> Any:
        raise NotImplementedError

    def _rows(self, places: Iterable[int]) -> Any:
        raise NotImplementedError

    def _row(self, place: int) -> Series:
        raise NotImplementedError

    def copy(self, deep: bool = True) -> Any:
        """A copy."""
        copies = {name: Column(column.values, column.dtype) for name, column in self._columns.items()}
        return self._with(copies)

    def __getitem__(self, key: Any) -> Any:
        raise NotImplementedError

    def __setitem__(self, key: Any, value: Any) -> None:
        raise NotImplementedError

    def items(self) -> Iterator[tuple[Any, Series]]:
        """Names and columns."""
        return ((name, self[name]) for name in self._columns)

    def iterrows(self) -> Iterator[tuple[Any, Series]]:
        """Labels and rows."""
        return ((self._index[place], self._row(place)) for place in range(len(self._index)))

    def keys(self) -> Index:
        """The names of the columns."""
        return Index(self._columns)

    def pop(self, item: Any) -> Series:
        """A column, which is taken out."""
        taken = self[item]
        del self._columns[item]
        return taken

    def insert(self, loc: int, column: Any, value: Any) -> None:
        """Puts a column at a place."""
        names = list(self._columns)
        self[column] = value
        order = [*names[:loc], column, *names[loc:]]
        self._columns = {name: self._columns[name] for name in order}

    def assign(self, **kwargs: Any) -> Any:
        """With further columns."""
        made = self.copy()
        for name, value in kwargs.items():
            made[name] = value(made) if callable(value) else value
        return made

    def drop(self, labels: Any = None, axis: Any = 0, index: Any = None, columns: Any = None) -> Any:
        """Without some rows or columns."""
        if labels is not None:
            index, columns = (labels, columns) if axis_number(axis) == 0 else (index, labels)
        rows, names = _gone(index, self._index), _gone(columns, Index(self._columns))
        kept = self._with({name: column for name, column in self._columns.items() if name not in names})
        if not rows:
            return kept
        return kept._rows([i for i, label in enumerate(self._index) if label not in rows])

    def rename(self, columns: Any = None, index: Any = None) -> Any:
        """With other names of some columns.

        Raises:
            NotImplementedError: when rows are to be renamed.
        """
        if index is not None:
            raise NotImplementedError('D2L Exercises does not support DataFrame.rename(index=…)')
        new = columns if callable(columns) else lambda name: columns.get(name, name)
        return self._with({new(name): column for name, column in self._columns.items()})

    def select_dtypes(self, include: Any = None, exclude: Any = None) -> Any:
        """The columns of some types."""

        def among(dtype: ColumnType, kinds: Any) -> bool:
            kinds = [kinds] if isinstance(kinds, (str, type)) else kinds
            return any(dtype.kind in 'if' if kind == 'number' else dtype == kind for kind in kinds)

        chosen = {
            name: column
            for name, column in self._columns.items()
            if (include is None or among(column.dtype, include))
            and (exclude is None or not among(column.dtype, exclude))
        }
        return self._with(chosen)


def _gone(labels: Any, known: Index) -> list[Any]:
    if labels is None:
        return []
    chosen = positions.plain_key(labels)
    chosen = chosen if isinstance(chosen, list) else [chosen]
    absent = [label for label in chosen if label not in known]
    if absent:
        raise KeyError(f'{absent} not found in axis')
    return chosen
