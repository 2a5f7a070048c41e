"""The array of axes that `subplots` gives."""

from collections.abc import Iterator
from typing import Any

__all__ = ['AxesGrid', 'squeezed']


class AxesGrid:
    """Axes in rows and columns, or in one row, as numpy's arrays are read.

    Args:
        rows: one list for each row.
        flat: whether it counts as a vector.
    """

    def __init__(self, rows: list[list[Any]], flat: bool) -> None:
        self._rows = rows
        self.flat = [axes for row in rows for axes in row]
        self.ndim = 1 if flat else 2
        self.shape: tuple[int, ...] = (len(self.flat),) if flat else (len(rows), len(rows[0]))
        self.size = len(self.flat)
        self.dtype = 'object'

    @property
    def T(self) -> 'AxesGrid':  # noqa: N802 - numpy's name
        """Rows and columns exchanged."""
        return (
            self if self.ndim == 1 else AxesGrid([list(row) for row in zip(*self._rows, strict=True)], False)
        )

    def transpose(self) -> 'AxesGrid':
        """Rows and columns exchanged."""
        return self.T

    def flatten(self, order: str = 'C') -> 'AxesGrid':
        """All axes as a vector."""
        return AxesGrid([self.T.flat if order == 'F' else list(self.flat)], True)

    ravel = flatten

    def reshape(self, *sizes: Any) -> 'AxesGrid':
        """The axes in other rows and columns.

        Raises:
            ValueError: when rows times columns is not the number of axes.
        """
        given = list(sizes[0] if len(sizes) == 1 and hasattr(sizes[0], '__len__') else sizes)
        known = 1
        for size in given:
            known *= size if size != -1 else 1
        given = [self.size // known if size == -1 else size for size in given]
        if len(given) == 1:
            return self.flatten()
        rows, columns = given
        if rows * columns != self.size:
            raise ValueError(f'cannot reshape array of size {self.size} into shape ({rows},{columns})')
        return AxesGrid([self.flat[i * columns : (i + 1) * columns] for i in range(rows)], False)

    def tolist(self) -> list[Any]:
        """The axes in lists."""
        return list(self.flat) if self.ndim == 1 else [list(row) for row in self._rows]

    def item(self, index: int = 0) -> Any:
        """One of the axes."""
        return self.flat[index]

    def __getitem__(self, index: Any) -> Any:
        if self.ndim == 1:
            found = self.flat[_checked(index[0] if isinstance(index, tuple) else index, self.size, 0)]
            return AxesGrid([found], True) if isinstance(found, list) else found
        row, column = index if isinstance(index, tuple) else (index, slice(None))
        chosen = self._rows[_checked(row, len(self._rows), 0)]
        column = _checked(column, self.shape[1], 1)
        if not isinstance(row, slice):
            found = chosen[column]
            return AxesGrid([found], True) if isinstance(found, list) else found
        picked = [one[column] for one in chosen]
        return AxesGrid(picked, False) if isinstance(column, slice) else AxesGrid([picked], True)

    def __len__(self) -> int:
        return self.shape[0]

    def __iter__(self) -> Iterator[Any]:
        return iter([self[i] for i in range(len(self))])

    def __repr__(self) -> str:
        if self.ndim == 1:
            return f'array([{", ".join(map(repr, self.flat))}], dtype=object)'
        rows = ',\n       '.join(f'[{", ".join(map(repr, row))}]' for row in self._rows)
        return f'array([{rows}], dtype=object)'

    def __str__(self) -> str:
        if self.ndim == 1:
            return f'[{" ".join(map(repr, self.flat))}]'
        return '[' + '\n '.join(f'[{" ".join(map(repr, row))}]' for row in self._rows) + ']'

    def __getattr__(self, name: str) -> Any:
        raise AttributeError(f"'numpy.ndarray' object has no attribute {name!r}")


def _checked(index: Any, size: int, axis: int) -> Any:
    if not isinstance(index, slice) and not -size <= index < size:
        raise IndexError(f'index {index} is out of bounds for axis {axis} with size {size}')
    return index


def squeezed(rows: list[list[Any]], squeeze: bool) -> Any:
    """What `subplots` gives: one, a vector, or a matrix."""
    if squeeze and len(rows) == len(rows[0]) == 1:
        return rows[0][0]
    return AxesGrid(rows, squeeze and 1 in (len(rows), len(rows[0])))
