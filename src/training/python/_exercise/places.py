"""Where the learner's code is, in the frames that are running."""

import linecache
import sys
from itertools import islice
from types import CodeType, FrameType
from typing import TypedDict

from _exercise.origin import ROOT

__all__ = [
    'FrameReport',
    'PlaceReport',
    'current',
    'documents',
    'from_characters',
    'from_utf8',
    'innermost',
    'place',
    'report',
    'utf16_length',
]

documents: set[str] = set()
"""File names of the learner's code."""


def current() -> tuple[str, int] | None:
    """Document and number of the innermost line of the learner's that is executing; None when none is."""
    frame = sys._getframe(1)
    while frame is not None:
        document = frame.f_code.co_filename
        if document in documents:
            return document, frame.f_lineno
        frame = frame.f_back
    return None


def place() -> dict[str, str | int] | None:
    """`current` as `Place` of the protocol."""
    found = current()
    return None if found is None else {'document': found[0], 'line': found[1]}


class FrameReport(TypedDict):
    """As `Frame` of the protocol: 1-based, columns in UTF-16 units, the end exclusive."""

    document: str
    line: int
    column: int
    endLine: int
    endColumn: int
    function: str


class PlaceReport(FrameReport):
    """A place, and the innermost function of the engine that was called from there, if any."""

    operation: str


def innermost() -> PlaceReport | None:
    """The innermost place in the learner's code; None when none of it is running."""
    operation = ''
    frame: FrameType | None = sys._getframe(1)
    while frame is not None and frame.f_code.co_filename not in documents:
        name = frame.f_code.co_name
        if not operation and _is_operation(frame.f_code.co_filename, name):
            operation = name
        frame = frame.f_back
    if frame is None:
        return None
    return PlaceReport(**report(frame.f_code, frame.f_lasti), operation=operation)


def _is_operation(file: str, name: str) -> bool:
    """Whether a frame is a function of the engine that learners know by its name."""
    inner = name.startswith('_') and not name.startswith('__')
    return file.startswith(ROOT) and not file.startswith(f'{ROOT}_exercise/') and not inner


def report(code: CodeType, instruction: int) -> FrameReport:
    """The place of an instruction of a learner's function."""
    position = next(islice(code.co_positions(), instruction // 2, None), (None, None, None, None))
    line, end_line, start, end = position
    line = line or code.co_firstlineno
    end_line = end_line or line
    document = code.co_filename
    column = from_utf8(document, line, start)
    return FrameReport(
        document=document,
        line=line,
        column=column,
        endLine=end_line,
        endColumn=column + 1 if end is None else from_utf8(document, end_line, end),
        function=code.co_name,
    )


def from_utf8(document: str, line: int, offset: int | None) -> int:
    """The 1-based UTF-16 column of a byte offset."""
    text = linecache.getline(document, line).encode()[: offset or 0]
    return utf16_length(text.decode('utf-8', 'replace')) + 1


def from_characters(document: str, line: int, offset: int) -> int:
    """The 1-based UTF-16 column of a number of characters."""
    return utf16_length(linecache.getline(document, line)[: max(offset, 0)]) + 1


def utf16_length(text: str) -> int:
    """How many UTF-16 units a text takes."""
    return len(text.encode('utf-16-le', 'surrogatepass')) // 2
