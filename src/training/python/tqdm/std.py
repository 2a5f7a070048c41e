"""Bars of progress: each is written to stderr once, when its loop has ended."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from numbers import Number
from time import perf_counter
from typing import Any, Self

__all__ = ['tqdm', 'trange']

_BAR = 10
"""Characters of a bar where the width of the terminal is not known."""


class tqdm:
    """Passes the members of an iterable on and counts them.

    Args:
        iterable: what is iterated over; None when `update` counts.
        desc: what stands before the bar.
        total: the number of members; that of the iterable unless given.
        leave: whether the bar is written at all.
        file: where to; stderr unless given.
        disable: whether nothing is counted or written.
        unit: of what is counted.
        initial: where counting begins.
        postfix: what stands behind the bar.
        options: tqdm's other options, which have no effect on a bar that is written once.
    """

    def __init__(
        self,
        iterable: Iterable[Any] | None = None,
        desc: str | None = None,
        total: float | None = None,
        leave: bool | None = True,
        file: Any = None,
        *,
        disable: bool | None = False,
        unit: str = 'it',
        initial: float = 0,
        postfix: Any = None,
        **options: Any,
    ) -> None:
        self.iterable = iterable
        self.desc = desc or ''
        self.total = total if total is not None else _length(iterable)
        self.leave = leave
        self.disable = bool(disable)
        self.unit = unit
        self.initial = initial
        self.n = initial
        self.postfix = ''
        self._file = file
        self._started = perf_counter()
        self._is_open = True
        if isinstance(postfix, Mapping):
            self.set_postfix(postfix)
        elif postfix is not None:
            self.postfix = str(postfix)

    def __iter__(self) -> Iterator[Any]:
        if self.iterable is None:
            raise TypeError("'NoneType' object is not iterable")
        if self.disable:
            yield from self.iterable
            return
        try:
            for member in self.iterable:
                yield member
                self.n += 1
        finally:
            self.close()

    def __len__(self) -> int:
        length = self.total if self.iterable is None else _length(self.iterable)
        if length is None:
            raise TypeError(f'object of type {type(self.iterable).__name__!r} has no len()')
        return int(length)

    def __bool__(self) -> bool:
        return bool(self.total) if self.total is not None else self.iterable is not None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __str__(self) -> str:
        elapsed = perf_counter() - self._started
        counted = self.n - self.initial
        rate = counted / elapsed if elapsed > 0 else 0.0
        speed = f'{rate:.2f}{self.unit}/s' if rate >= 1 or not counted else f'{1 / rate:.2f}s/{self.unit}'
        behind = f', {self.postfix}' if self.postfix else ''
        before = f'{self.desc}: ' if self.desc else ''
        if not self.total:
            return f'{before}{self.n}{self.unit} [{_clock(elapsed)}, {speed}{behind}]'
        part = min(self.n / self.total, 1.0)
        bar = '█' * int(part * _BAR)
        rest = _clock((self.total - self.n) / rate) if rate else '?'
        return (
            f'{before}{100 * part:3.0f}%|{bar:<{_BAR}}| {self.n}/{self.total} '
            f'[{_clock(elapsed)}<{rest}, {speed}{behind}]'
        )

    def update(self, n: float | None = 1) -> None:
        """Counts so many more."""
        if not self.disable:
            self.n += 1 if n is None else n

    def close(self) -> None:
        """Writes the bar, unless it was written before or is not to be left."""
        if self._is_open and self.leave and not self.disable:
            print(self, file=self._file or sys.stderr)
        self._is_open = False

    def reset(self, total: float | None = None) -> None:
        """Counts from the start again."""
        self.n = 0
        self.total = self.total if total is None else total
        self._started = perf_counter()

    def set_description(self, desc: str | None = None, refresh: bool = True) -> None:
        """Says what stands before the bar."""
        self.desc = desc or ''

    set_description_str = set_description

    def set_postfix(self, ordered_dict: Any = None, refresh: bool = True, **kwargs: Any) -> None:
        """Says what stands behind the bar: names and values, numbers with three digits."""
        members = {**(ordered_dict or {}), **kwargs}
        self.postfix = ', '.join(f'{name}={_shown(value)}' for name, value in members.items())

    def set_postfix_str(self, s: str = '', refresh: bool = True) -> None:
        """Says what stands behind the bar."""
        self.postfix = str(s)

    def refresh(self, *_: Any, **__: Any) -> None:
        """Has no effect: a bar is written once."""

    display = clear = refresh

    @classmethod
    def write(cls, s: str, file: Any = None, end: str = '\n', nolock: bool = False) -> None:
        """Prints a line beside the bars."""
        print(s, file=file or sys.stdout, end=end)


def trange(*args: int, **options: Any) -> tqdm:
    """A bar over `range(*args)`."""
    return tqdm(range(*args), **options)


def _length(iterable: Any) -> int | None:
    try:
        return len(iterable)
    except (TypeError, AttributeError, NotImplementedError):
        return None


def _shown(value: Any) -> str:
    return f'{value:.3g}' if isinstance(value, Number) else str(value).strip()


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f'{hours}:{minutes:02}:{rest:02}' if hours else f'{minutes:02}:{rest:02}'
