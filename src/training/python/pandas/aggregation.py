"""Statistics by their names, or several at once."""

from collections.abc import Callable
from typing import Any

from .column import BOOL, Column
from .frame import DataFrame
from .index import Index
from .series import Series

__all__ = ['agg', 'aggregate', 'between', 'pipe', 'statistic', 'transform']


def statistic(values: Series, wanted: Any) -> Any:
    """One statistic of a series: a method's name, or a function of the series."""
    if isinstance(wanted, str):
        return getattr(values, wanted)() if wanted != 'size' else len(values)
    name = getattr(wanted, '__name__', '')
    builtin = {'sum': 'sum', 'min': 'min', 'max': 'max', 'len': 'size', 'amax': 'max', 'amin': 'min'}
    if getattr(wanted, '__module__', '') in ('builtins', 'numpy') and name in builtin:
        return statistic(values, builtin[name])
    return wanted(values)


def label_of(wanted: Any) -> str:
    """What a statistic's column is called."""
    return wanted if isinstance(wanted, str) else getattr(wanted, '__name__', str(wanted))


def agg(data: Any, func: Any = None, axis: Any = 0, **_: Any) -> Any:
    """A statistic, or several (a list), of a series or of each column; a dict names them by column."""
    several = isinstance(func, (list, tuple))
    if isinstance(data, Series):
        if not several:
            return statistic(data, func)
        return Series(
            [statistic(data, each) for each in func], [label_of(each) for each in func], name=data.name
        )
    if isinstance(func, dict):
        return Series([statistic(data[name], each) for name, each in func.items()], list(func))
    if not several:
        return Series([statistic(data[name], func) for name in data], list(data))
    made = {name: Column([statistic(data[name], each) for each in func]) for name in data}
    return DataFrame._of(made, Index([label_of(each) for each in func]))


aggregate = agg


def transform(data: Any, func: Any) -> Any:
    """A function of every element, or of a whole series."""
    if isinstance(data, Series):
        return data.apply(func) if isinstance(func, Callable) else getattr(data, func)()
    return data.apply(func)


def between(values: Series, left: Any, right: Any, inclusive: str = 'both') -> Series:
    """Which values lie between two."""
    low = inclusive in ('both', 'left')
    high = inclusive in ('both', 'right')

    def inside(value: Any) -> bool:
        return (value > left or (low and value == left)) and (value < right or (high and value == right))

    return values._with(values._column.mapped(inside, BOOL))


def pipe(data: Any, func: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """What a function makes of the whole."""
    return func(data, *args, **kwargs)
