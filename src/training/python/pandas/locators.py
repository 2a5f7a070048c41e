"""`iloc` and `loc` of a frame."""

from typing import Any

from . import positions
from .column import Column, plain
from .index import Index

__all__ = ['FrameLocator']


class FrameLocator:
    """Rows, or rows and columns.

    Args:
        frame: whose.
        labels: whether labels are meant, else places.
    """

    def __init__(self, frame: Any, labels: bool) -> None:
        self._frame = frame
        self._labels = labels

    def _places(self, key: Any, index: Index) -> positions.Places:
        return positions.by_label(key, index) if self._labels else positions.by_place(key, len(index))

    def _found(self, key: Any) -> tuple[positions.Places, positions.Places]:
        frame = self._frame
        rows, columns = key if isinstance(key, tuple) else (key, slice(None))
        return self._places(rows, frame.index), self._places(columns, frame.columns)

    def __getitem__(self, key: Any) -> Any:
        frame = self._frame
        (rows, one_row), (columns, one_column) = self._found(key)
        names = [frame.columns[i] for i in columns]
        if one_column:
            column = frame[names[0]]
            return column.tolist()[rows[0]] if one_row else column._taken(rows)
        chosen = frame[names]
        return chosen._row(rows[0]) if one_row else chosen._rows(rows)

    def __setitem__(self, key: Any, value: Any) -> None:
        frame = self._frame
        columns = key[1] if isinstance(key, tuple) else slice(None)
        if self._labels and isinstance(columns, str) and columns not in frame:
            frame[columns] = float('nan')
        (places, _), (chosen, _) = self._found(key)
        for number, column in enumerate(chosen):
            name = frame.columns[column]
            values = list(frame._columns[name].values)
            for position, place in enumerate(places):
                values[place] = plain(_part(value, position, number, len(chosen)))
            frame._columns[name] = Column(values)


def _part(value: Any, row: int, column: int, columns: int) -> Any:
    """What of a value goes to a row and a column; one value goes everywhere."""
    value = value.tolist() if hasattr(value, 'tolist') else value
    if isinstance(value, str) or not hasattr(value, '__len__'):
        return value
    item = value[row] if columns == 1 else value[column]
    return item[0] if isinstance(item, list) else item
