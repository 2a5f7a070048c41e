"""Colour maps: from numbers to colours."""

import math
from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Any

from .colors import row_of, to_rgba_array
from .values import as_list, shape

__all__ = [
    'Colormap',
    'LinearSegmentedColormap',
    'ListedColormap',
]

_OFFERED_LATE_BY = 'matplotlib.colors'

Row = tuple[float, float, float, float]


class Colormap:
    """A map from numbers to colours.

    Args:
        name: of the map.
        N: how many colours it has.
    """

    def __init__(self, name: str, N: int = 256) -> None:
        self.name = name
        self.N = int(N)
        self.colorbar_extend = False
        self._rows: list[Row] | None = None
        self._under: Row | None = None
        self._over: Row | None = None
        self._bad: Row = (0.0, 0.0, 0.0, 0.0)

    def _make_rows(self) -> list[Row]:
        raise NotImplementedError('Abstract class only')

    def rows(self) -> list[Row]:
        """All colours."""
        if self._rows is None:
            self._rows = self._make_rows()
        return self._rows

    def __call__(self, X: Any, alpha: Any = None, bytes: bool = False) -> Any:
        """Colours of numbers: floats from 0 to 1, or integers that count the colours."""
        if _is_number(X):
            return self._look_up(X, _counts(X), alpha, bytes)
        import numpy as np

        sizes = shape(X)
        whole = 'int' in str(X.dtype) if hasattr(X, 'dtype') else _all_whole(as_list(X))
        rows = [self._look_up(x, whole, alpha, bytes) for x in _flat(as_list(X))]
        return np.array(rows, dtype=np.uint8 if bytes else np.float64).reshape(*sizes, 4)

    def _look_up(self, x: Any, whole: bool, alpha: Any, in_bytes: bool) -> Any:
        row = self._row(float(x), whole)
        if alpha is not None and row is not self._bad:
            row = (*row[:3], float(alpha))
        return tuple(int(part * 255) for part in row) if in_bytes else row

    def _row(self, x: float, whole: bool) -> Row:
        if math.isnan(x):
            return self._bad
        rows = self.rows()
        place = x if whole else x * self.N
        if not whole and x == 1:
            place = self.N - 1
        if place < 0:
            return self._under or rows[0]
        if place >= self.N:
            return self._over or rows[-1]
        return rows[int(place)]

    def set_bad(self, color: Any = 'k', alpha: float | None = None) -> None:
        """The colour of what is no number."""
        self._bad = row_of(color, alpha)

    def set_under(self, color: Any = 'k', alpha: float | None = None) -> None:
        """The colour of what is below the range."""
        self._under = row_of(color, alpha)

    def set_over(self, color: Any = 'k', alpha: float | None = None) -> None:
        """The colour of what is above the range."""
        self._over = row_of(color, alpha)

    def set_extremes(self, *, bad: Any = None, under: Any = None, over: Any = None) -> None:
        """Several of them."""
        for given, put in ((bad, self.set_bad), (under, self.set_under), (over, self.set_over)):
            if given is not None:
                put(given)

    def with_extremes(self, *, bad: Any = None, under: Any = None, over: Any = None) -> 'Colormap':
        """A copy with other colours at its ends."""
        made = self.copy()
        made.set_extremes(bad=bad, under=under, over=over)
        return made

    def get_bad(self) -> Any:
        """The colour of what is no number."""
        return _array(self._bad)

    def get_under(self) -> Any:
        """The colour of what is below the range."""
        return _array(self._under or self.rows()[0])

    def get_over(self) -> Any:
        """The colour of what is above the range."""
        return _array(self._over or self.rows()[-1])

    def copy(self) -> 'Colormap':
        """A copy."""
        made = object.__new__(type(self))
        made.__dict__ = dict(self.__dict__)
        return made

    __copy__ = copy

    def resampled(self, lutsize: int) -> 'Colormap':
        """The same map with another number of colours.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError()

    def reversed(self, name: str | None = None) -> 'Colormap':
        """The map the other way round.

        Raises:
            NotImplementedError: of the base class; every subclass defines its own.
        """
        raise NotImplementedError()

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Colormap) and self.rows() == other.rows()

    __hash__ = object.__hash__


class ListedColormap(Colormap):
    """Colours that follow one another.

    Args:
        colors: all of them, or one for all.
        name: of the map.
        N: how many; those that are missing come again.
    """

    def __init__(self, colors: Any, name: str = 'from_list', N: int | None = None) -> None:
        listed = [colors] * (N or 1) if isinstance(colors, (str, float)) else list(as_list(colors))
        count = len(listed) if N is None else int(N)
        self.monochrome = isinstance(colors, str) or len(set(map(str, listed))) == 1
        self.colors: Any = colors if N is None else [listed[i % len(listed)] for i in range(count)]
        super().__init__(name, count)

    def _make_rows(self) -> list[Row]:
        return [row_of(one) for one in as_list(self.colors)]

    def resampled(self, lutsize: int) -> 'ListedColormap':
        places = [i / max(1, lutsize - 1) for i in range(lutsize)]
        made = ListedColormap([self._row(place, False) for place in places], self.name)
        made._under, made._over, made._bad = self._under, self._over, self._bad
        return made

    def reversed(self, name: str | None = None) -> 'ListedColormap':
        made = ListedColormap(list(as_list(self.colors))[::-1], name or f'{self.name}_r')
        made._under, made._over, made._bad = self._over, self._under, self._bad
        return made


class LinearSegmentedColormap(Colormap):
    """Colours between stops.

    Args:
        name: of the map.
        segmentdata: for `red`, `green`, `blue` (and `alpha`) the stops, or a function from 0 … 1.
        N: how many colours.
        gamma: exponent of the places.
    """

    def __init__(self, name: str, segmentdata: dict[str, Any], N: int = 256, gamma: float = 1.0) -> None:
        super().__init__(name, N)
        self._segmentdata = segmentdata
        self._gamma = gamma

    def _make_rows(self) -> list[Row]:
        channels = [
            _channel(self._segmentdata[part], self.N, self._gamma) for part in ('red', 'green', 'blue')
        ]
        alpha = self._segmentdata.get('alpha')
        channels.append([1.0] * self.N if alpha is None else _channel(alpha, self.N, 1.0))
        return list(zip(*channels, strict=True))

    def set_gamma(self, gamma: float) -> None:
        """Sets the exponent of the places."""
        self._gamma = gamma
        self._rows = None

    @staticmethod
    def from_list(name: str, colors: Any, N: int = 256, gamma: float = 1.0) -> 'LinearSegmentedColormap':
        """A map between colours, evenly spaced or given as pairs of place and colour."""
        listed = list(as_list(colors))
        if listed and not isinstance(listed[0], str) and len(listed[0]) == 2 and not _is_number(listed[0][1]):
            places, listed = [float(pair[0]) for pair in listed], [pair[1] for pair in listed]
        else:
            places = [i / (len(listed) - 1) for i in range(len(listed))]
        rows = [row_of(one) for one in listed]
        parts = {
            part: [(at, row[i], row[i]) for at, row in zip(places, rows, strict=True)]
            for i, part in enumerate(('red', 'green', 'blue', 'alpha'))
        }
        return LinearSegmentedColormap(name, parts, N, gamma)

    def resampled(self, lutsize: int) -> 'LinearSegmentedColormap':
        made = LinearSegmentedColormap(self.name, self._segmentdata, lutsize)
        made._under, made._over, made._bad = self._under, self._over, self._bad
        return made

    def reversed(self, name: str | None = None) -> 'LinearSegmentedColormap':
        turned = {part: _turned(data) for part, data in self._segmentdata.items()}
        made = LinearSegmentedColormap(name or f'{self.name}_r', turned, self.N, self._gamma)
        made._under, made._over, made._bad = self._over, self._under, self._bad
        return made


def _turned(data: Any) -> Any:
    if callable(data):
        return lambda x: data(1.0 - x)
    return [(1.0 - at, above, below) for at, below, above in reversed(list(data))]


def _channel(
    data: Sequence[Sequence[float]] | Callable[[float], float], count: int, gamma: float
) -> list[float]:
    places = [(i / (count - 1)) ** gamma for i in range(count)] if count > 1 else [1.0]
    if callable(data):
        return [min(1.0, max(0.0, float(data(place)))) for place in places]
    stops = [tuple(map(float, stop)) for stop in data]
    values = [_between(stops, place) for place in places]
    values[0], values[-1] = stops[0][2], stops[-1][1]
    if count == 1:
        values = [stops[-1][1]]
    return [min(1.0, max(0.0, value)) for value in values]


def _between(stops: Sequence[tuple[float, ...]], place: float) -> float:
    above = min(bisect_right([stop[0] for stop in stops], place), len(stops) - 1)
    if stops[above - 1][0] == place and above > 1:
        above -= 1
        return stops[above][1]
    (start, _, low), (end, high, _) = stops[above - 1], stops[above]
    return low + (place - start) / (end - start) * (high - low)


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) or (hasattr(value, 'item') and getattr(value, 'ndim', 1) == 0)


def _counts(value: Any) -> bool:
    if isinstance(value, bool):
        return True
    return isinstance(value, int) or 'int' in str(getattr(value, 'dtype', ''))


def _all_whole(items: Any) -> bool:
    return all(_all_whole(item) if isinstance(item, list) else _counts(item) for item in items)


def _flat(items: Any) -> list[Any]:
    if not isinstance(items, (list, tuple)):
        return [items]
    return [one for item in items for one in _flat(item)]


def _array(row: Row) -> Any:
    return to_rgba_array([row])[0]
