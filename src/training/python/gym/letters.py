"""A map of letters, as numpy's arrays of single bytes are: there are no arrays of strings here."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

__all__ = ['Letters']


class Letters:
    """Rows of letters, each of them `bytes`.

    Args:
        rows: as many letters each.
    """

    def __init__(self, rows: Sequence[str | bytes | Sequence[bytes]]) -> None:
        self._rows = [_letters(row) for row in rows]
        self.shape = (len(self._rows), len(self._rows[0]))
        self.ndim = len(self.shape)
        self.size = self.shape[0] * self.shape[1]

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[list[bytes]]:
        return iter(self._rows)

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, tuple):
            row, column = place
            return self._rows[row][column]
        return self._rows[place]

    def __eq__(self, other: object) -> Any:
        return np.array([[letter == other for letter in row] for row in self._rows])

    def __ne__(self, other: object) -> Any:
        return np.array([[letter != other for letter in row] for row in self._rows])

    __hash__ = None  # type: ignore[assignment]

    def tolist(self) -> list[list[bytes]]:
        """The rows as lists."""
        return [list(row) for row in self._rows]

    def __str__(self) -> str:
        return '[' + '\n '.join('[' + ' '.join(map(repr, row)) + ']' for row in self._rows) + ']'

    def __repr__(self) -> str:
        rows = ',\n       '.join('[' + ', '.join(map(repr, row)) + ']' for row in self._rows)
        return f"array([{rows}], dtype='|S1')"


def _letters(row: str | bytes | Sequence[bytes]) -> list[bytes]:
    if isinstance(row, str):
        return [letter.encode() for letter in row]
    return [row[i : i + 1] for i in range(len(row))] if isinstance(row, bytes) else list(row)
