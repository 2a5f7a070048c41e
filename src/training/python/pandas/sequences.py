"""Values that depend on those before them: sums so far, differences, moving windows, ranks."""

from collections.abc import Callable
from typing import Any

from .column import NAN, Column, missing
from .series import Series

__all__ = ['cummax', 'cummin', 'cumprod', 'cumsum', 'diff', 'pct_change', 'rank', 'rolling', 'shift']


def _each(data: Any, make: Callable[[list[Any]], list[Any]]) -> Any:
    """A function of the values of a series, or of each column of a frame."""
    if isinstance(data, Series):
        return data._with(Column(make(data.tolist())))
    return data._with({name: Column(make(column.values)) for name, column in data._columns.items()})


def _so_far(combine: Callable[[Any, Any], Any]) -> Callable[[list[Any]], list[Any]]:
    def make(values: list[Any]) -> list[Any]:
        made: list[Any] = []
        last: Any = None
        for value in values:
            if missing(value):
                made.append(NAN)
                continue
            last = value if last is None else combine(last, value)
            made.append(last)
        return made

    return make


def cumsum(data: Any) -> Any:
    """Sums so far."""
    return _each(data, _so_far(lambda a, b: a + b))


def cumprod(data: Any) -> Any:
    """Products so far."""
    return _each(data, _so_far(lambda a, b: a * b))


def cummax(data: Any) -> Any:
    """The largest so far."""
    return _each(data, _so_far(max))


def cummin(data: Any) -> Any:
    """The smallest so far."""
    return _each(data, _so_far(min))


def _moved(values: list[Any], periods: int, fill: Any = NAN) -> list[Any]:
    count = len(values)
    return [values[i - periods] if 0 <= i - periods < count else fill for i in range(count)]


def shift(data: Any, periods: int = 1, fill_value: Any = NAN) -> Any:
    """The values of rows before."""
    return _each(data, lambda values: _moved(values, periods, fill_value))


def diff(data: Any, periods: int = 1) -> Any:
    """Differences from the values of rows before."""
    return _each(
        data, lambda values: [float(a - b) for a, b in zip(values, _moved(values, periods), strict=True)]
    )


def pct_change(data: Any, periods: int = 1) -> Any:
    """Differences from the values of rows before, as parts of these."""
    return _each(
        data, lambda values: [a / b - 1 for a, b in zip(values, _moved(values, periods), strict=True)]
    )


def rank(data: Any, method: str = 'average', ascending: bool = True) -> Any:
    """The place of each value in order; equal values share the mean of theirs."""

    def make(values: list[Any]) -> list[Any]:
        order = sorted(values, reverse=not ascending)
        first = {value: order.index(value) + 1 for value in set(values)}
        last = {value: first[value] + values.count(value) - 1 for value in first}
        of = {'min': lambda v: first[v], 'max': lambda v: last[v]}.get(
            method, lambda v: (first[v] + last[v]) / 2
        )
        return [float(of(value)) for value in values]

    return _each(data, make)


class Rolling:
    """Statistics of a moving window of rows.

    Args:
        data: a series or a frame.
        window: how many rows.
        least: how many of them must be there.
    """

    def __init__(self, data: Any, window: int, least: int) -> None:
        self._data, self._window, self._least = data, window, least

    def _of(self, name: str) -> Any:
        def make(values: list[Any]) -> list[Any]:
            made: list[Any] = []
            for end in range(1, len(values) + 1):
                part = [value for value in values[max(0, end - self._window) : end] if not missing(value)]
                made.append(float(getattr(Series(part), name)()) if len(part) >= self._least else NAN)
            return made

        return _each(self._data, make)

    def __getattr__(self, name: str) -> Any:
        if name in ('mean', 'sum', 'std', 'var', 'min', 'max', 'median'):
            return lambda: self._of(name)
        raise AttributeError(f"'Rolling' object has no attribute '{name}'")


def rolling(data: Any, window: int, min_periods: int | None = None) -> Rolling:
    """A moving window of rows, for statistics."""
    return Rolling(data, window, window if min_periods is None else min_periods)
