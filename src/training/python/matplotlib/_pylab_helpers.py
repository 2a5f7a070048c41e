"""The figures that are open, and which of them is the current one."""

from typing import Any

from . import rcParams
from ._api import warn
from .figure import Figure

__all__ = ['activate', 'close', 'current', 'exists', 'figure', 'labels', 'numbers', 'show_all']

_open: dict[int, Figure] = {}
"""By number; the current one last."""


def figure(
    num: Any = None, options: dict[str, Any] | None = None, clear: bool = False, kind: type[Figure] = Figure
) -> Figure:
    """A new figure, or the one that has a number or a name; it becomes the current one.

    Raises:
        ValueError: for a figure that was closed.
    """
    if isinstance(num, Figure):
        if num.number not in _open:
            raise ValueError('The passed figure is not managed by pyplot')
        return _activate(num.number)
    name = num if isinstance(num, str) else ''
    number = _number_of(num)
    if number in _open:
        found = _activate(number)
        if clear:
            found.clear()
        return found
    made = kind(**(options or {}))
    made.number = number
    if name:
        made.set_label(name)
    if len(_open) == rcParams['figure.max_open_warning'] >= 1:
        warn(
            f'More than {len(_open)} figures have been opened. Figures created through the pyplot interface '
            '(`matplotlib.pyplot.figure`) are retained until explicitly closed and may '
            'consume too much memory. '
            '(To control this warning, see the rcParam `figure.max_open_warning`). Consider using '
            '`matplotlib.pyplot.close()`.',
            RuntimeWarning,
        )
    _open[number] = made
    return made


def _number_of(num: Any) -> int:
    following = max(_open, default=0) + 1
    if num is None:
        return following
    if isinstance(num, str):
        return next((number for number, one in _open.items() if one.get_label() == num), following)
    return int(num)


def _activate(number: int) -> Figure:
    found = _open.pop(number)
    _open[number] = found
    return found


def current() -> Figure:
    """The current figure; a new one when there is none."""
    return _open[next(reversed(_open))] if _open else figure()


def activate(fig: Figure) -> None:
    """Makes a figure the current one, if it is open."""
    if fig.number in _open and _open[fig.number] is fig:
        _activate(fig.number)


def numbers() -> list[int]:
    """The numbers of all that are open."""
    return sorted(_open)


def labels() -> list[Any]:
    """The names of all that are open."""
    return [_open[number].get_label() for number in numbers()]


def exists(num: Any) -> bool:
    """Whether a figure of a number or a name is open."""
    return num in labels() if isinstance(num, str) else num in _open


def close(fig: Any = None) -> None:
    """Forgets the current figure, one by number, name or itself, or `all`.

    Raises:
        TypeError: for what cannot name a figure.
    """
    if fig is None:
        if _open:
            _open.popitem()
    elif isinstance(fig, str) and fig == 'all':
        _open.clear()
    elif isinstance(fig, Figure):
        if _open.get(fig.number) is fig:
            del _open[fig.number]
    elif isinstance(fig, str):
        for number in [number for number, one in _open.items() if one.get_label() == fig]:
            del _open[number]
    elif isinstance(fig, int):
        _open.pop(fig, None)
    else:
        raise TypeError(f'close() argument must be a Figure, an int, a string, or None, not {type(fig)}')


def show_all() -> None:
    """Shows all figures in the panel and forgets them."""
    waiting = [_open[number] for number in numbers()]
    _open.clear()
    for one in waiting:
        one.send()
