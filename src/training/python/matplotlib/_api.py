"""What every part of matplotlib says of bad arguments, and how it warns."""

import sys
import warnings
from collections.abc import Iterable, Mapping
from typing import Any

__all__ = [
    'MatplotlibDeprecationWarning',
    'check_in_list',
    'check_instance',
    'normalized',
    'unexpected',
    'warn',
]


def check_in_list(values: Iterable[Any], /, **kwargs: Any) -> None:
    """Checks that each argument is one of some values.

    Raises:
        ValueError: for another value, with those that there are.
    """
    known = list(values)
    for name, value in kwargs.items():
        if value not in known:
            said = ', '.join(map(repr, known))
            raise ValueError(f'{value!r} is not a valid value for {name}; supported values are {said}')


def check_instance(kind: type, /, **kwargs: Any) -> None:
    """Checks that each argument is of a class.

    Raises:
        TypeError: when one is not.
    """
    for name, value in kwargs.items():
        if not isinstance(value, kind):
            raise TypeError(
                f'{name!r} must be an instance of {kind.__module__}.{kind.__qualname__}, '
                f'not a {type(value).__name__}'
            )


def unexpected(function: str, name: str) -> TypeError:
    """Python's error for a keyword argument that a function does not take."""
    return TypeError(f'{function}() got an unexpected keyword argument {name!r}')


def warn(message: str, category: type[Warning] = UserWarning) -> None:
    """Warns at the line of the exercise that called."""
    level = 2
    frame: Any = sys._getframe(1)
    while frame is not None and frame.f_globals.get('__name__', '').startswith(
        ('matplotlib', 'mpl_toolkits')
    ):
        frame = frame.f_back
        level += 1
    warnings.warn(message, category, stacklevel=level)


def normalized(options: Mapping[str, Any], aliases: Mapping[str, str]) -> dict[str, Any]:
    """Keyword arguments by their full names.

    Raises:
        TypeError: when one is given by two names.
    """
    found: dict[str, Any] = {}
    given: dict[str, str] = {}
    for name, value in options.items():
        full = aliases.get(name, name)
        if full in found:
            raise TypeError(f'Got both {given[full]!r} and {name!r}, which are aliases of one another')
        found[full] = value
        given[full] = name
    return found


class MatplotlibDeprecationWarning(DeprecationWarning):
    """Something will go away in a later version."""
