"""Describes a learner's exception as Python itself would print it, without the frames of the engine."""

import traceback
from collections.abc import Callable
from typing import TypedDict

from _exercise.origin import ROOT
from _exercise.places import FrameReport, from_characters, from_utf8

__all__ = ['ErrorReport', 'explain_import', 'report']

_OURS = (ROOT, '<exec>')
"""Files of the engine; `<exec>` is what the realm executed."""

_FRAMES_AT_EACH_END = 50
"""Of a very deep stack only the outermost and innermost frames are reported."""

_CHARACTERS_AT_EACH_END = 20_000
"""Of a very long text only its beginning and its end are."""


explain_import: Callable[[ImportError], None] | None = None
"""Says of an import that failed why there is no such module here; set where some are lacking."""


class ErrorReport(TypedDict):
    """As `RunError` of the protocol."""

    type: str
    message: str
    line: int | None
    column: int | None
    traceback: str
    frames: list[FrameReport]


def report(error: BaseException, documents: set[str]) -> ErrorReport:
    """Describes an exception that left a learner's cell.

    Args:
        documents: file names of the learner's code.
    """
    try:
        return _described(error, documents)
    except MemoryError:
        return _named(error, documents)


def _described(error: BaseException, documents: set[str]) -> ErrorReport:
    if isinstance(error, ImportError) and explain_import is not None:
        explain_import(error)
    described = traceback.TracebackException.from_exception(error, compact=True)
    frames = _frames(described, documents)
    if isinstance(error, SyntaxError) and error.filename in documents:
        frames.append(_syntax_frame(error))
    innermost = frames[-1] if frames else None
    return ErrorReport(
        type=type(error).__name__,
        message=_message(error),
        line=innermost['line'] if innermost else None,
        column=innermost['column'] if innermost else None,
        traceback=_text(described),
        frames=frames,
    )


def _named(error: BaseException, documents: set[str]) -> ErrorReport:
    """What can be said of an exception where memory does not suffice to describe it: name and line."""
    line = None
    frame = error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename in documents:
            line = frame.tb_lineno
        frame = frame.tb_next
    name = type(error).__name__
    return ErrorReport(type=name, message='', line=line, column=None, traceback=f'{name}\n', frames=[])


def _message(error: BaseException) -> str:
    if isinstance(error, SyntaxError):
        return error.msg
    try:
        return _shortened(str(error))
    except Exception:
        return f'<unprintable {type(error).__name__} object>'


def _shortened(text: str) -> str:
    left_out = len(text) - 2 * _CHARACTERS_AT_EACH_END
    if left_out <= 0:
        return text
    end = text[-_CHARACTERS_AT_EACH_END:]
    return f'{text[:_CHARACTERS_AT_EACH_END]} … ({left_out} characters left out) … {end}'


def _text(described: traceback.TracebackException) -> str:
    _leave_out_engine(described, set())
    return ''.join(described.format())


def _leave_out_engine(described: traceback.TracebackException, seen: set[int]) -> None:
    """Removes our own frames, and the middle of long texts, from an exception and those it is chained to."""
    if id(described) in seen:
        return
    seen.add(id(described))
    described._str = _shortened(str(described))  # pyright: ignore[reportAttributeAccessIssue]
    kept = [frame for frame in described.stack if not frame.filename.startswith(_OURS)]
    if not kept and len(described.stack) and described.exc_type is not SyntaxError:
        kept = _last_telling(described.stack)
    described.stack = traceback.StackSummary.from_list(kept)
    chained = [described.__cause__, described.__context__, *(described.exceptions or [])]
    for other in chained:
        if other is not None:
            _leave_out_engine(other, seen)


def _last_telling(stack: traceback.StackSummary) -> list[traceback.FrameSummary]:
    """The innermost frame that does not belong to this package."""
    telling = [frame for frame in stack if not frame.filename.startswith((f'{ROOT}_exercise/', '<exec>'))]
    return telling[-1:]


def _frames(described: traceback.TracebackException, documents: set[str]) -> list[FrameReport]:
    frames = [frame for frame in described.stack if frame.filename in documents]
    if len(frames) > 2 * _FRAMES_AT_EACH_END:
        frames = frames[:_FRAMES_AT_EACH_END] + frames[-_FRAMES_AT_EACH_END:]
    return [_frame_report(frame) for frame in frames]


def _frame_report(frame: traceback.FrameSummary) -> FrameReport:
    line = frame.lineno or 1
    end_line = frame.end_lineno or line
    column = from_utf8(frame.filename, line, frame.colno)
    end = None if frame.end_colno is None else from_utf8(frame.filename, end_line, frame.end_colno)
    return FrameReport(
        document=frame.filename,
        line=line,
        column=column,
        endLine=end_line,
        endColumn=column + 1 if end is None else end,
        function=frame.name,
    )


def _syntax_frame(error: SyntaxError) -> FrameReport:
    """The place that Python's parser objects to; its offsets count characters from 1, 0 is unknown."""
    document = error.filename or ''
    line = error.lineno or 1
    end_line = error.end_lineno if error.end_lineno and error.end_lineno >= line else line
    column = from_characters(document, line, (error.offset or 1) - 1)
    end = from_characters(document, end_line, (error.end_offset or 0) - 1)
    return FrameReport(
        document=document,
        line=line,
        column=column,
        endLine=end_line,
        endColumn=end if end_line > line or end > column else column + 1,
        function='<module>',
    )
