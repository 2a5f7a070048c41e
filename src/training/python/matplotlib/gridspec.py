"""Places of axes in the grid of a figure."""

from itertools import accumulate
from typing import Any

from . import rcParams
from .transforms import Bbox

__all__ = ['GridSpec', 'GridSpecFromSubplotSpec', 'SubplotParams', 'SubplotSpec']


class SubplotParams:
    """The edges of a figure's grid, and the room between its places.

    Args:
        left, bottom, right, top: as parts of the figure.
        wspace, hspace: as parts of the mean width and height of axes.
    """

    def __init__(self, **kwargs: float | None) -> None:
        for name in ('left', 'bottom', 'right', 'top', 'wspace', 'hspace'):
            setattr(self, name, rcParams[f'figure.subplot.{name}'])
        self.update(**kwargs)

    left: float
    bottom: float
    right: float
    top: float
    wspace: float
    hspace: float

    def update(self, **kwargs: float | None) -> None:
        """Changes some of them.

        Raises:
            TypeError: for an unknown name.
            ValueError: unless left < right and bottom < top.
        """
        known = {name: getattr(self, name) for name in ('left', 'bottom', 'right', 'top', 'wspace', 'hspace')}
        for name, value in kwargs.items():
            if name not in known:
                raise TypeError(f'SubplotParams.update() got an unexpected keyword argument {name!r}')
            if value is not None:
                known[name] = value
        if known['left'] >= known['right']:
            raise ValueError('left cannot be >= right')
        if known['bottom'] >= known['top']:
            raise ValueError('bottom cannot be >= top')
        for name, value in known.items():
            setattr(self, name, value)


class SubplotSpec:
    """A place in a grid, from one cell to another.

    Args:
        gridspec: the grid.
        num1, num2: numbers of the first and the last cell, row by row from 0.
    """

    def __init__(self, gridspec: 'GridSpec', num1: int, num2: int | None = None) -> None:
        self._gridspec = gridspec
        self.num1 = num1
        self.num2 = num1 if num2 is None else num2

    def __repr__(self) -> str:
        rows, columns = self.rowspan, self.colspan
        return f'{self._gridspec!r}[{rows.start}:{rows.stop}, {columns.start}:{columns.stop}]'

    def get_gridspec(self) -> 'GridSpec':
        """The grid."""
        return self._gridspec

    def get_geometry(self) -> tuple[int, int, int, int]:
        """Rows and columns of the grid, first and last cell."""
        return (*self._gridspec.get_geometry(), self.num1, self.num2)

    @property
    def rowspan(self) -> range:
        """The rows that it takes."""
        columns = self._gridspec.ncols
        return range(self.num1 // columns, self.num2 // columns + 1)

    @property
    def colspan(self) -> range:
        """The columns that it takes."""
        columns = self._gridspec.ncols
        first, last = sorted((self.num1 % columns, self.num2 % columns))
        return range(first, last + 1)

    def is_first_row(self) -> bool:
        """Whether it begins at the top."""
        return self.rowspan.start == 0

    def is_last_row(self) -> bool:
        """Whether it ends at the bottom."""
        return self.rowspan.stop == self._gridspec.nrows

    def is_first_col(self) -> bool:
        """Whether it begins at the left."""
        return self.colspan.start == 0

    def is_last_col(self) -> bool:
        """Whether it ends at the right."""
        return self.colspan.stop == self._gridspec.ncols

    def get_position(self, figure: Any) -> Bbox:
        """Where it is, as parts of the figure."""
        bottoms, tops, lefts, rights = self._gridspec.get_grid_positions(figure)
        rows, columns = self.rowspan, self.colspan
        return Bbox(
            [[lefts[columns.start], bottoms[rows.stop - 1]], [rights[columns.stop - 1], tops[rows.start]]]
        )

    def subgridspec(self, nrows: int, ncols: int, **kwargs: Any) -> 'GridSpec':
        """A grid within this place."""
        return GridSpecFromSubplotSpec(nrows, ncols, self, **kwargs)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, SubplotSpec) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def _key(self) -> tuple[Any, ...]:
        grid = self._gridspec
        own = id(grid) if grid.is_own else 0
        return (own, grid.nrows, grid.ncols, self.num1, self.num2)


class GridSpec:
    """A grid of places for axes.

    Args:
        nrows, ncols: of the grid.
        figure: it belongs to.
        left, bottom, right, top, wspace, hspace: as of `SubplotParams`; those of the figure unless given.
        width_ratios, height_ratios: of columns and rows.

    Raises:
        ValueError: unless rows and columns are positive integers, with a ratio for each.
    """

    is_own = True

    def __init__(
        self,
        nrows: int,
        ncols: int,
        figure: Any = None,
        *,
        width_ratios: Any = None,
        height_ratios: Any = None,
        **kwargs: Any,
    ) -> None:
        for name, value in (('rows', nrows), ('columns', ncols)):
            if not isinstance(value, int) or value <= 0:
                raise ValueError(f'Number of {name} must be a positive integer, not {value!r}')
        self.nrows, self.ncols, self.figure = nrows, ncols, figure
        self.set_width_ratios(width_ratios)
        self.set_height_ratios(height_ratios)
        self._edges = kwargs

    def __repr__(self) -> str:
        return f'GridSpec({self.nrows}, {self.ncols})'

    def get_geometry(self) -> tuple[int, int]:
        """Rows and columns."""
        return self.nrows, self.ncols

    def set_width_ratios(self, width_ratios: Any) -> None:
        """Sets how wide columns are, against one another.

        Raises:
            ValueError: unless there is one for each column.
        """
        if width_ratios is not None and len(width_ratios) != self.ncols:
            raise ValueError(
                'Expected the given number of width ratios to match the number of columns of the grid'
            )
        self._widths = [1.0] * self.ncols if width_ratios is None else [float(v) for v in width_ratios]

    def set_height_ratios(self, height_ratios: Any) -> None:
        """Sets how high rows are, against one another.

        Raises:
            ValueError: unless there is one for each row.
        """
        if height_ratios is not None and len(height_ratios) != self.nrows:
            raise ValueError(
                'Expected the given number of height ratios to match the number of rows of the grid'
            )
        self._heights = [1.0] * self.nrows if height_ratios is None else [float(v) for v in height_ratios]

    def get_width_ratios(self) -> list[float]:
        """How wide columns are, against one another."""
        return self._widths

    def get_height_ratios(self) -> list[float]:
        """How high rows are, against one another."""
        return self._heights

    def update(self, **kwargs: Any) -> None:
        """Changes edges and room."""
        self._edges |= kwargs

    def tight_layout(self, figure: Any, **kwargs: Any) -> None:
        """Has no effect: the drawing makes room for words."""

    def get_subplot_params(self, figure: Any = None) -> SubplotParams:
        """The edges and the room that hold."""
        params = SubplotParams()
        if figure is not None:
            params.update(**vars(figure.subplotpars))
        params.update(**self._edges)
        return params

    def get_grid_positions(self, figure: Any) -> tuple[list[float], list[float], list[float], list[float]]:
        """Bottoms and tops of rows, lefts and rights of columns, as parts of the figure."""
        params = self.get_subplot_params(figure)
        downs = _stretches(params.top - params.bottom, self._heights, params.hspace)
        across = _stretches(params.right - params.left, self._widths, params.wspace)
        tops = [params.top - start for start, _ in downs]
        bottoms = [params.top - end for _, end in downs]
        return (
            bottoms,
            tops,
            [params.left + start for start, _ in across],
            [params.left + end for _, end in across],
        )

    def __getitem__(self, key: Any) -> SubplotSpec:
        if isinstance(key, tuple):
            if len(key) != 2:
                raise ValueError('Unrecognized subplot spec')
            rows, columns = _ends(key[0], self.nrows, 0), _ends(key[1], self.ncols, 1)
            return SubplotSpec(self, rows[0] * self.ncols + columns[0], rows[1] * self.ncols + columns[1])
        return SubplotSpec(self, *_ends(key, self.nrows * self.ncols, None))

    def subplots(
        self, *, sharex: Any = False, sharey: Any = False, squeeze: bool = True, subplot_kw: Any = None
    ) -> Any:
        """Axes at all places."""
        return self.figure.fill_grid(self, sharex, sharey, squeeze, subplot_kw)


class GridSpecFromSubplotSpec(GridSpec):
    """A grid within a place of another grid."""

    def __init__(self, nrows: int, ncols: int, subplot_spec: SubplotSpec, **kwargs: Any) -> None:
        super().__init__(nrows, ncols, **kwargs)
        self._within = subplot_spec
        self.figure = subplot_spec.get_gridspec().figure

    def get_subplot_params(self, figure: Any = None) -> SubplotParams:
        box = self._within.get_position(figure)
        outer = self._within.get_gridspec().get_subplot_params(figure)
        params = SubplotParams()
        params.left, params.right, params.bottom, params.top = box.x0, box.x1, box.y0, box.y1
        params.wspace, params.hspace = outer.wspace, outer.hspace
        params.update(**self._edges)
        return params


def _stretches(length: float, ratios: list[float], space: float) -> list[tuple[float, float]]:
    """Start and end of each of several stretches with room between them."""
    count = len(ratios)
    mean = length / (count + space * (count - 1))
    sizes = [ratio * mean * count / sum(ratios) for ratio in ratios]
    ends = list(accumulate(size + (mean * space if i else 0) for i, size in enumerate(sizes)))
    return [(end - size, end) for end, size in zip(ends, sizes, strict=True)]


def _ends(key: Any, size: int, axis: int | None) -> tuple[int, int]:
    if isinstance(key, slice):
        start, stop, _ = key.indices(size)
        if stop > start:
            return start, stop - 1
        raise IndexError('GridSpec slice would result in no space allocated for subplot')
    if key < 0:
        key += size
    if 0 <= key < size:
        return key, key
    if axis is None:
        raise IndexError('index out of range for GridSpec')
    raise IndexError(f'index {key} is out of bounds for axis {axis} with size {size}')
