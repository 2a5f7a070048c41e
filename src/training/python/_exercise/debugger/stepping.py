"""Decides where the learner's code is stood at: at breakpoints, after steps, where exceptions come from."""

import bdb
import sys
from collections.abc import Callable
from types import FrameType, TracebackType
from typing import Any

from _exercise import places
from _exercise.debugger.breakpoints import Breakpoints, Hit

__all__ = ['Stand', 'Stepper', 'learners_frame', 'raised_in']

_NO_MISTAKES = (KeyboardInterrupt, SystemExit, StopIteration, StopAsyncIteration, GeneratorExit)
"""Exceptions by which programs go their way."""

_Bdb: Any = bdb.Bdb
"""What it has since Python 3.14, and what its subclasses may use, the checkers' stubs do not know."""

Stand = Callable[[FrameType, str, list[int], BaseException | None], None]
"""Has the run stand in a frame until it is to go on: why, at which breakpoints, because of what exception."""

Say = Callable[[FrameType, Hit], None]


def is_learners(frame: FrameType) -> bool:
    """Whether a frame executes the learner's code."""
    return frame.f_code.co_filename in places.documents


def learners_frame(frame: FrameType | None) -> FrameType | None:
    """The innermost frame of the learner's code from this one on."""
    while frame is not None and not is_learners(frame):
        frame = frame.f_back
    return frame


def raised_in(trace: TracebackType | None) -> FrameType | None:
    """The innermost frame of the learner's that an exception has come through."""
    found = None
    while trace is not None:
        if is_learners(trace.tb_frame):
            found = trace.tb_frame
        trace = trace.tb_next
    return found


class Stepper(_Bdb):
    """Python's own debugger, told by the interpreter's events (`sys.monitoring`).

    What is of no interest tells of itself once and never again until something changes.

    Args:
        breakpoints: of the run.
        stand: called where the run is to stand.
        say: called with what a breakpoint has to say.

    Attributes:
        stops_at_raised: whether each exception that comes to a line of the learner's is stood at.
        is_standing: then nothing is followed, what is evaluated included.
    """

    def __init__(self, breakpoints: Breakpoints, stand: Stand, say: Say) -> None:
        super().__init__(backend='monitoring')
        self._breakpoints = breakpoints
        self._stand = stand
        self._say = say
        self._leaving: FrameType | None = None
        self.stops_at_raised = False
        self.is_standing = False
        self._reason = 'step'
        self.reset()
        self.botframe = sys._getframe()
        self._set_stopinfo(self.botframe, None, -1)

    # ---------------------------------------------------------- what the host wants

    def begin(self, *, stops_on_entry: bool) -> None:
        """The learner's first line is about to be executed by the caller."""
        if stops_on_entry:
            self._stop_soon('entry', None)
        else:
            self._follow(None)

    def end(self) -> None:
        """The learner's last line was executed."""
        self.stop_trace()

    def changed(self, frame: FrameType | None) -> None:
        """Breakpoints or filters are others now; `frame` is being executed."""
        self.breaks = self._breakpoints.lines
        self._follow(frame)

    def go_on(self, frame: FrameType) -> None:
        """Until a breakpoint."""
        self._set_stopinfo(self.botframe, None, -1)
        self._follow(frame)

    def step_in(self, frame: FrameType) -> None:
        """To the next line of the learner's, in whatever function."""
        self._set_stopinfo(None, None, cmdframe=frame, cmdlineno=frame.f_lineno)
        self._follow(frame)

    def step_over(self, frame: FrameType) -> None:
        """To the next line of the same function, or of who called it."""
        self._set_stopinfo(frame, None, cmdframe=frame, cmdlineno=frame.f_lineno)
        self._follow(frame)

    def step_out(self, frame: FrameType) -> None:
        """To the next line of who called the function; where that is the library: of the learner's."""
        caller = frame.f_back
        if caller is not None and is_learners(caller):
            self._set_stopinfo(caller, None)
        else:
            self._leaving = frame
            self._set_stopinfo(frame, frame, -1)
        self._follow(frame)

    def pause(self, frame: FrameType | None) -> None:
        """At once; at the next line of the learner's where none of it is being executed."""
        if frame is not None and learners_frame(frame) is not None:
            self.stand(frame, 'pause')
        else:
            self._stop_soon('pause', frame)

    def stand(
        self,
        frame: FrameType,
        reason: str,
        breakpoints: list[int] | None = None,
        error: BaseException | None = None,
    ) -> None:
        """Stands in a frame until the host has the run go on."""
        self._leaving = None
        self.is_standing = True
        try:
            self._stand(frame, reason, breakpoints or [], error)
        finally:
            self.is_standing = False

    # ---------------------------------------------------------- what is followed

    def _stop_soon(self, reason: str, frame: FrameType | None) -> None:
        self._reason = reason
        self._set_stopinfo(None, None)
        self._follow(frame)

    @property
    def _is_needed(self) -> bool:
        is_stepping = self.stoplineno != -1 or self._leaving is not None
        return bool(self.breaks) or self.stops_at_raised or is_stepping

    def _follow(self, frame: FrameType | None) -> None:
        """Follows what has to be, the functions under way included; nothing where nothing has to be."""
        if not self._is_needed:
            self.stop_trace()
            return
        if sys.monitoring.get_tool(sys.monitoring.DEBUGGER_ID) is None:
            self.start_trace()
        here = frame
        while here is not None and here is not self.botframe:
            if is_learners(here):
                here.f_trace = self.trace_dispatch
            here = here.f_back
        self.monitoring_tracer.update_local_events(frame)
        self.restart_events()

    # ---------------------------------------------------------- bdb's questions

    def canonic(self, filename: str) -> str:
        """Documents are called as their cells call them."""
        return filename

    def trace_dispatch(self, frame: FrameType, event: str, arg: Any) -> Any:
        """See `bdb.Bdb`."""
        if self.is_standing:
            return None
        return super().trace_dispatch(frame, event, arg)

    def stop_here(self, frame: FrameType) -> bool:
        """See `bdb.Bdb`; the library's code is never stood in."""
        return is_learners(frame) and super().stop_here(frame)

    def break_anywhere(self, frame: FrameType) -> bool:
        """Whether lines or exceptions of a function are of interest."""
        if self.stops_at_raised and is_learners(frame):
            return True
        return super().break_anywhere(frame)

    def dispatch_call(self, frame: FrameType, arg: Any) -> Any:
        """A function is called. `bdb` would look at all others anew each time."""
        if self.stop_here(frame) or self.break_anywhere(frame):
            return self.trace_dispatch
        self.disable_current_event()
        return None

    def dispatch_line(self, frame: FrameType) -> Any:
        """A line is about to be executed."""
        document, line = frame.f_code.co_filename, frame.f_lineno
        is_same = self.cmdframe is frame and self.cmdlineno == line
        hits = [] if is_same else self._breakpoints.reached(frame)
        for _, hit in hits:
            if hit['text']:
                self._say(frame, hit)
        stops = [number for number, hit in hits if hit['stops']]
        if stops:
            self.stand(frame, 'breakpoint', stops)
        elif not is_same and self.stop_here(frame):
            reason, self._reason = self._reason, 'step'
            self.stand(frame, reason)
        elif not self.get_break(document, line):
            self.disable_current_event()
        return self.trace_dispatch

    def get_break(self, filename: str, lineno: int) -> bool:
        """Whether a line has a breakpoint."""
        return lineno in self._breakpoints.lines.get(filename, ())

    def user_return(self, frame: FrameType, return_value: Any) -> None:
        """A function that is stepped out of is being left."""
        if frame is self._leaving:
            self._leaving = None
            self._set_stopinfo(None, None)
            self._follow(frame)

    def dispatch_exception(
        self, frame: FrameType, arg: tuple[type[BaseException], BaseException, TracebackType]
    ) -> Any:
        """An exception has come to a frame."""
        _, error, trace = arg
        is_mistake = self.stops_at_raised and not isinstance(error, _NO_MISTAKES)
        if is_mistake and raised_in(trace) is frame:
            self.stand(frame, 'exception', error=error)
        return self.trace_dispatch
