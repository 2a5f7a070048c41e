"""Series: a column with labels."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, ClassVar

from . import positions, printing
from .arrays import array_of
from .calculation import ARITHMETIC, COMPARISON, LOGIC, combined
from .column import BOOL, NAN, Column, ColumnType, missing, plain
from .index import Index, range_index
from .later import later_method
from .series_numbers import SeriesNumbers, scalar

__all__ = ['Series', 'SeriesLocator', 'add_operators', 'listed']


def listed(data: Any) -> list[Any]:
    """A sequence, an array, a tensor or an index as a list."""
    return data.tolist() if hasattr(data, 'tolist') else list(data)


class Series(SeriesNumbers):
    """Values of one type with labels.

    Args:
        data: the values: a sequence, an array, a dict by labels, or one for all labels.
        index: the labels; 0, 1, … when None.
        dtype: the type of the values; found from them when None.
        name: of the whole.
    """

    def __init__(self, data: Any = (), index: Any = None, dtype: Any = None, name: Any = None) -> None:
        if isinstance(data, dict):
            index = list(data) if index is None else index
            data = [data.get(label, NAN) for label in index]
        elif isinstance(data, Series):
            index, name = (data.index if index is None else index), (data.name if name is None else name)
        elif isinstance(data, (str, int, float)):
            data = [data] * (1 if index is None else len(listed(index)))
        values = listed(data)
        self._column = Column(values)
        if dtype is not None:
            self._column = self._column.astype(dtype)
        self.name = name
        self.index = range_index(len(values)) if index is None else index

    _constructor_expanddim: ClassVar[Callable[..., Any]]
    """Makes a frame of columns and an index; set by the module of frames, which knows series."""

    @classmethod
    def _of(cls, column: Column, index: Index, name: Any = None) -> 'Series':
        made = object.__new__(cls)
        made._column, made._index, made.name = column, index, name
        return made

    # ------------------------------------------------------------ what it is

    @property
    def index(self) -> Index:
        """The labels.

        Raises:
            ValueError: when it is set to more labels than there are values, or to fewer.
        """
        return self._index

    @index.setter
    def index(self, labels: Any) -> None:
        made = labels if isinstance(labels, Index) else Index(listed(labels))
        if len(made) != len(self._column):
            raise ValueError(
                f'Length mismatch: Expected axis has {len(self._column)} elements, '
                f'new values have {len(made)} elements'
            )
        self._index = made

    @property
    def dtype(self) -> ColumnType:
        """The type of the values."""
        return self._column.dtype

    dtypes = dtype

    @property
    def values(self) -> Any:
        """The values as an array."""
        return array_of(self._column)

    @property
    def shape(self) -> tuple[int]:
        """The number of values."""
        return (len(self),)

    @property
    def size(self) -> int:
        """The number of values."""
        return len(self)

    ndim = 1

    @property
    def empty(self) -> bool:
        """Whether there is no value."""
        return not len(self)

    def __len__(self) -> int:
        return len(self._column)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._column.values)

    def __contains__(self, label: object) -> bool:
        return label in self._index

    def __repr__(self) -> str:
        return printing.series_text(self._index.tolist(), self._column, self.name, self._index.name)

    def to_string(self) -> str:
        """The text of the series."""
        return repr(self)

    def __bool__(self) -> bool:
        raise ValueError(
            'The truth value of a Series is ambiguous. Use a.empty, a.bool(), a.item(), a.any() or a.all().'
        )

    __hash__ = None  # type: ignore[assignment]

    def __float__(self) -> float:
        return float(self.item())

    def item(self) -> Any:
        """The only value.

        Raises:
            ValueError: when there are several values, or none.
        """
        if len(self) != 1:
            raise ValueError('can only convert an array of size 1 to a Python scalar')
        return self._column.values[0]

    def tolist(self) -> list[Any]:
        """The values."""
        return list(self._column.values)

    to_list = tolist

    def to_dict(self) -> dict[Any, Any]:
        """The values by their labels."""
        return dict(self.items())

    def items(self) -> Iterator[tuple[Any, Any]]:
        """Labels and values."""
        return zip(self._index, self._column.values, strict=True)

    def keys(self) -> Index:
        """The labels."""
        return self._index

    def to_numpy(self, dtype: Any = None) -> Any:
        """The values as an array."""
        return array_of(self._column, dtype)

    def to_frame(self, name: Any = None) -> Any:
        """A frame with this as its only column."""
        label = name if name is not None else 0 if self.name is None else self.name
        return self._constructor_expanddim({label: self._column}, self._index)

    # ------------------------------------------------------------ elements

    def __getitem__(self, key: Any) -> Any:
        chosen = positions.plain_key(key)
        if isinstance(chosen, slice) and not any(isinstance(end, str) for end in (chosen.start, chosen.stop)):
            return self._taken(range(len(self))[chosen])
        places, single = positions.by_label(chosen, self._index)
        return self._element(places[0]) if single else self._taken(places)

    def _element(self, place: int) -> Any:
        return scalar(self._column.values[place], self.dtype)

    def __setitem__(self, key: Any, value: Any) -> None:
        self._set(positions.by_label(key, self._index)[0], value)

    def _taken(self, places: Iterable[int]) -> 'Series':
        places = list(places)
        index = Index([self._index[i] for i in places], self._index.name)
        return self._with(self._column.take(places), index)

    def _set(self, places: list[int], value: Any) -> None:
        values = list(self._column.values)
        several = hasattr(value, '__len__') and not isinstance(value, str)
        given = listed(value) if several else [value] * len(places)
        for place, new in zip(places, given, strict=True):
            values[place] = plain(new)
        self._column = Column(values)

    def _with(self, column: Column, index: Index | None = None) -> 'Series':
        return Series._of(column, self._index if index is None else index, self.name)

    @property
    def iloc(self) -> 'SeriesLocator':
        """Values by place."""
        return SeriesLocator(self, positions.by_place, len(self))

    @property
    def loc(self) -> 'SeriesLocator':
        """Values by label."""
        return SeriesLocator(self, positions.by_label, self._index)

    iat, at = iloc, loc

    def head(self, n: int = 5) -> 'Series':
        """The first values."""
        return self._taken(range(len(self))[:n])

    def tail(self, n: int = 5) -> 'Series':
        """The last values."""
        return self._taken(range(len(self))[-n:] if n else ())

    def copy(self, deep: bool = True) -> 'Series':
        """A copy."""
        return self._with(Column(self._column.values, self.dtype))

    def equals(self, other: 'Series') -> bool:
        """Whether values and labels are the same; missing values count as equal."""
        if len(self) != len(other) or self.dtype != other.dtype or not self._index.equals(other.index):
            return False
        return all(a == b or (missing(a) and missing(b)) for a, b in zip(self, other, strict=True))

    # ------------------------------------------------------------ operators

    def _combined(self, name: str, other: Any, swapped: bool = False) -> Any:
        if hasattr(other, 'columns'):
            return NotImplemented
        index, own = self._index, self._column
        if isinstance(other, Series):
            theirs = other._column
            if not self._index.equals(other.index):
                labels = sorted({*self._index, *other.index})
                index = Index(labels)
                own, theirs = (each._column.take(_found(each.index, labels)) for each in (self, other))
        elif hasattr(other, '__len__') and not isinstance(other, str):
            theirs = Column(listed(other))
        else:
            theirs = Column([other] * len(self))
        result = combined(name, theirs, own) if swapped else combined(name, own, theirs)
        same = not isinstance(other, Series) or other.name == self.name
        return Series._of(result, index, self.name if same else None)

    def __neg__(self) -> 'Series':
        return self._with(self._column.mapped(lambda value: -value, self.dtype))

    def __abs__(self) -> 'Series':
        return self.abs()

    def __invert__(self) -> 'Series':
        return self._with(self._column.mapped(lambda value: not value, BOOL))

    def __getattr__(self, name: str) -> Any:
        if name.startswith('_'):
            raise AttributeError(name)
        found = later_method(self, name)
        if found is not None:
            return found
        if name in self.__dict__.get('_index', ()):
            return self[name]
        raise AttributeError(f'D2L Exercises does not support pandas Series.{name}')


def _found(index: Index, labels: list[Any]) -> list[int]:
    return [index.get_loc(label) if label in index else -1 for label in labels]


def add_operators(owner: type) -> None:
    """Gives a class Python's operators, by its method `_combined(name, other, swapped)`."""
    for name in (*ARITHMETIC, *COMPARISON, *LOGIC):

        def forward(self: Any, other: Any, _name: str = name) -> Any:
            return self._combined(_name, other)

        def reflected(self: Any, other: Any, _name: str = name) -> Any:
            return self._combined(_name, other, True)

        setattr(owner, f'__{name}__', forward)
        if name not in COMPARISON:
            setattr(owner, f'__r{name}__', reflected)


class SeriesLocator:
    """`iloc` and `loc` of a series."""

    def __init__(self, series: Series, find: Callable[..., positions.Places], domain: Any) -> None:
        self._series = series
        self._find = find
        self._domain = domain

    def __getitem__(self, key: Any) -> Any:
        places, single = self._find(key, self._domain)
        return self._series._element(places[0]) if single else self._series._taken(places)

    def __setitem__(self, key: Any, value: Any) -> None:
        self._series._set(self._find(key, self._domain)[0], value)


add_operators(Series)
