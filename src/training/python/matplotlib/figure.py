"""Figures: several axes together."""

import sys
from collections.abc import Iterator
from typing import Any, NamedTuple, NoReturn

from .axes import Axes
from .axes3d import Axes3D


class Place(NamedTuple):
    """Which part of a figure axes take, each side from 0 to 1."""

    left: float
    right: float
    top: float
    bottom: float

    @classmethod
    def of(cls, rows: int, columns: int, number: int) -> 'Place':
        """The place of a number, from 1, in a grid."""
        row, column = divmod(number - 1, columns)
        return cls(column / columns, (column + 1) / columns, row / rows, (row + 1) / rows)

    def covers(self, other: 'Place') -> bool:
        """Whether two places overlap."""
        beside = self.left < other.right and other.left < self.right
        return beside and self.top < other.bottom and other.top < self.bottom


class Figure:
    """Axes that are shown together."""

    _made = 0

    def __init__(self) -> None:
        Figure._made += 1
        self.number = Figure._made
        self.title = ''
        self.axes: list[Axes] = []
        self._places: list[Place] = []
        self._grids: list[tuple[int, int, int] | None] = []

    def gca(self) -> Axes:
        """The axes that were made last; new ones when there are none."""
        return self.axes[-1] if self.axes else self.add_subplot()

    def add_subplot(self, *args: Any, **kwargs: Any) -> Axes:
        """New axes; in a grid by rows, columns and number."""
        grid = _grid(args)
        projection = kwargs.get('projection')
        if projection not in (None, 'rectilinear', '3d'):
            raise NotImplementedError(
                f'D2L Exercises does not support add_subplot(projection={projection!r})'
            )
        axes = Axes3D(self) if projection == '3d' else Axes(self)
        self.axes.append(axes)
        self._places.append(Place(0, 1, 0, 1) if grid is None else Place.of(*grid))
        self._grids.append(grid)
        return axes

    def axes_at(self, rows: int, columns: int, number: int, **kwargs: Any) -> Axes:
        """The axes of a grid's place: those that are there, else new ones for those that they would cover."""
        place = Place.of(rows, columns, number)
        if place in self._places:
            return self.axes[self._places.index(place)]
        kept = [i for i, known in enumerate(self._places) if not place.covers(known)]
        self.axes = [self.axes[i] for i in kept]
        self._places = [self._places[i] for i in kept]
        self._grids = [self._grids[i] for i in kept]
        return self.add_subplot(rows, columns, number, **kwargs)

    def add_axes(self, *args: Any, **kwargs: Any) -> Axes:
        """New axes; the panel chooses where."""
        return self.add_subplot(**kwargs)

    def clear(self) -> None:
        """Removes all axes."""
        self.axes.clear()
        self._places.clear()
        self._grids.clear()

    clf = clear

    def suptitle(self, text: str, **_: Any) -> None:
        """Sets the title of the whole figure."""
        self.title = str(text)

    def tight_layout(self, *_: Any, **__: Any) -> None:
        """Has no effect."""

    def subplots_adjust(self, *_: Any, **__: Any) -> None:
        """Has no effect."""

    def set_size_inches(self, *_: Any) -> None:
        """Has no effect."""

    def colorbar(self, *_: Any, **__: Any) -> None:
        """Has no effect."""

    def legend(self, *args: Any, **kwargs: Any) -> None:
        """Names what is drawn in the axes."""
        self.gca().legend(*args, **kwargs)

    def show(self) -> None:
        """Shows all axes in the panel."""
        self.send()

    def send(self) -> None:
        """Shows all axes in the panel."""
        shown = [place for place, axes in enumerate(self.axes) if axes.artists]
        alone = len(shown) == 1 and not self.title
        for order, place in enumerate(shown, start=1):
            self.axes[place].send(None if alone else self._subplot(place, order, len(shown)))

    def _subplot(self, place: int, order: int, count: int) -> dict[str, Any]:
        """Where axes stand; those of no common grid stand one below the other."""
        rows, columns, index = self._grids[place] or (count, 1, order)
        if len({grid[:2] if grid else None for grid in self._grids}) > 1:
            columns = max(grid[1] if grid else 1 for grid in self._grids)
            rows, index = -(-count // columns), order
        return {
            'figure': self.number,
            'rows': rows,
            'columns': columns,
            'index': index,
            'title': self.title,
        }

    def savefig(self, *_: Any, **__: Any) -> None:
        """Writes no file, and says so: figures are shown in the panel."""
        print('savefig writes no file in D2L Exercises: figures are shown in the panel.', file=sys.stderr)

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith('_'):
            raise AttributeError(name)
        raise AttributeError(f'D2L Exercises does not support Figure.{name}')


def _grid(args: tuple[Any, ...]) -> tuple[int, int, int] | None:
    """Rows, columns and number from three numbers or one of three digits."""
    if len(args) == 1 and isinstance(args[0], int):
        args = tuple(int(digit) for digit in str(args[0]))
    if len(args) != 3:
        return None
    rows, columns, number = args
    return (rows, columns, number) if isinstance(number, int) else None


class AxesGrid:
    """The array of axes that `subplots` gives.

    Args:
        rows: one list for each row.
        flat: whether it counts as a vector: there is one row or one column.
    """

    def __init__(self, rows: list[list[Axes]], flat: bool) -> None:
        self._rows = rows
        self.flat = [axes for row in rows for axes in row]
        self.ndim = 1 if flat else 2
        self.shape = (len(self.flat),) if flat else (len(rows), len(rows[0]))
        self.size = len(self.flat)

    def flatten(self) -> 'AxesGrid':
        """All axes as a vector."""
        return AxesGrid([self.flat], True)

    ravel = flatten

    def __getitem__(self, index: Any) -> Any:
        if self.ndim == 1:
            return self.flat[index]
        if isinstance(index, tuple):
            row, column = index
            return self._rows[row][column]
        return AxesGrid([self._rows[index]], True)

    def __len__(self) -> int:
        return self.shape[0]

    def __iter__(self) -> Iterator[Any]:
        return iter([self[i] for i in range(len(self))])
