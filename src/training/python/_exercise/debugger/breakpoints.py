"""Breakpoints of the learner's documents: where they are, and whether a line is to be stood at."""

import operator
import re
from collections.abc import Callable, Iterable, Iterator
from types import CodeType, FrameType
from typing import Any, NotRequired, TypedDict

__all__ = ['Breakpoint', 'Breakpoints', 'Hit', 'PlacedBreakpoint', 'Told']

_COUNTS: dict[str, Callable[[int, int], bool]] = {
    '': operator.eq,
    '=': operator.eq,
    '==': operator.eq,
    '>': operator.gt,
    '>=': operator.ge,
    '<': operator.lt,
    '<=': operator.le,
    '%': lambda hits, count: hits % count == 0,
}
_HIT_CONDITION = re.compile(r'\s*(==?|>=?|<=?|%|)\s*([1-9]\d{0,8})\s*\Z')
_MOST_FAULT = 400


class Told(TypedDict):
    """As `Breakpoint` of the protocol."""

    id: int
    document: str
    line: int
    condition: NotRequired[str]
    hitCondition: NotRequired[str]
    logMessage: NotRequired[str]


class PlacedBreakpoint(TypedDict):
    """As `PlacedBreakpoint` of the protocol."""

    id: int
    line: int | None
    fault: str


class Hit(TypedDict):
    """What a breakpoint has to say of a line: it is stood at, or something is said in its place."""

    stops: bool
    text: str
    is_fault: bool


class Breakpoint:
    """One breakpoint.

    Raises:
        SyntaxError: for a condition, or an expression in a message, that is none.
        ValueError: for a hit condition that is none.
    """

    def __init__(self, told: Told) -> None:
        self.id = told['id']
        self.hits = 0
        condition = told.get('condition', '').strip()
        self._condition = compile(condition, '<condition>', 'eval') if condition else None
        self._count = _hit_condition(told.get('hitCondition', ''))
        message = told.get('logMessage', '')
        self._message = list(_pieces(message)) if message else None

    def take_over(self, other: 'Breakpoint | None') -> None:
        """Goes on with the count of what it replaces."""
        self.hits = other.hits if other is not None else 0

    def reached(self, frame: FrameType) -> Hit | None:
        """The line is about to be executed; None where the breakpoint has nothing against it."""
        variables = frame.f_globals, frame.f_locals
        try:
            if self._condition is not None and not eval(self._condition, *variables):
                return None
        except Exception as error:
            return Hit(stops=True, text=f'condition: {_name(error)}', is_fault=True)
        self.hits += 1
        if self._count is not None and not self._count(self.hits):
            return None
        if self._message is None:
            return Hit(stops=True, text='', is_fault=False)
        return Hit(stops=False, text=_said(self._message, *variables), is_fault=False)


def _hit_condition(text: str) -> Callable[[int], bool] | None:
    if not text.strip():
        return None
    found = _HIT_CONDITION.match(text)
    if found is None:
        raise ValueError('a hit count is a number such as 5, or >= 5, or % 5')
    compare, count = _COUNTS[found[1]], int(found[2])
    return lambda hits: compare(hits, count)


def _pieces(message: str) -> Iterator[str | CodeType]:
    """A message's text, and the expressions in braces."""
    for index, piece in enumerate(re.split(r'\{([^{}]*)\}', message)):
        yield compile(piece.strip(), '<message>', 'eval') if index % 2 else piece


def _said(pieces: list[str | CodeType], variables: dict[str, Any], local: Any) -> str:
    def say(piece: str | CodeType) -> str:
        if isinstance(piece, str):
            return piece
        try:
            return str(eval(piece, variables, local))
        except Exception as error:
            return f'<{_name(error)}>'

    return ''.join(map(say, pieces))


def _name(error: BaseException) -> str:
    try:
        return f'{type(error).__name__}: {error}'
    except Exception:
        return type(error).__name__


class Breakpoints:
    """Those of a run, by document and line of the code.

    Attributes:
        lines: of each document the lines that have one.
    """

    def __init__(self) -> None:
        self.lines: dict[str, list[int]] = {}
        self._told: list[Told] = []
        self._code: dict[str, list[tuple[int, int, set[int]]]] = {}
        self._by_id: dict[int, Breakpoint] = {}
        self._at: dict[tuple[str, int], list[Breakpoint]] = {}

    def know(self, document: str, first: int, last: int, code: Iterable[CodeType]) -> None:
        """Takes in which lines of a cell, from `first` to `last`, have code."""
        lines = {line for part in code for line in _lines_of(part) if first <= line <= last}
        self._code.setdefault(document, []).append((first, last, lines))

    def knows(self, document: str) -> bool:
        """Whether it is known which lines of a document have code."""
        return document in self._code

    def set(self, told: list[Told]) -> list[PlacedBreakpoint]:
        """Replaces all; answers where they are."""
        self._told = told
        return self.place()

    def place(self) -> list[PlacedBreakpoint]:
        """Puts them where the code is that is known by now."""
        before, self._by_id, self._at, self.lines = self._by_id, {}, {}, {}
        return [self._place(told, before.get(told['id'])) for told in self._told]

    def _place(self, told: Told, before: Breakpoint | None) -> PlacedBreakpoint:
        try:
            breakpoint_ = Breakpoint(told)
        except (SyntaxError, ValueError) as error:
            fault = error.msg if isinstance(error, SyntaxError) else str(error)
            return PlacedBreakpoint(id=told['id'], line=None, fault=fault[:_MOST_FAULT])
        document = told['document']
        line = self._line_with_code(document, told['line'])
        if line is None:
            return PlacedBreakpoint(id=told['id'], line=None, fault='')
        breakpoint_.take_over(before)
        self._by_id[breakpoint_.id] = breakpoint_
        self._at.setdefault((document, line), []).append(breakpoint_)
        self.lines.setdefault(document, []).append(line)
        return PlacedBreakpoint(id=told['id'], line=line, fault='')

    def _line_with_code(self, document: str, line: int) -> int | None:
        """The first one from `line` on, in the same cell."""
        found = [
            with_code
            for first, last, lines in self._code.get(document, [])
            if first <= line <= last
            for with_code in lines
            if with_code >= line
        ]
        return min(found, default=None)

    def reached(self, frame: FrameType) -> list[tuple[int, Hit]]:
        """What those at a line have to say of it, each with its id."""
        here = self._at.get((frame.f_code.co_filename, frame.f_lineno), [])
        said = [(point.id, point.reached(frame)) for point in here]
        return [(number, hit) for number, hit in said if hit is not None]


def _lines_of(code: CodeType) -> Iterator[int]:
    """The lines at which something is executed; of a function's own first line only where it is defined."""
    is_function = code.co_name != '<module>'
    for _, _, line in code.co_lines():
        if line and not (is_function and line == code.co_firstlineno and _has_more_lines(code)):
            yield line
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _lines_of(constant)


def _has_more_lines(code: CodeType) -> bool:
    return any(line and line != code.co_firstlineno for _, _, line in code.co_lines())
