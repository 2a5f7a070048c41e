"""A run that stands: its frames, what they have, and the answers to the host's questions."""

import bdb
import contextlib
from types import FrameType, TracebackType
from typing import Any, NamedTuple, TypedDict

import torch
from _exercise.debugger import values
from _exercise.debugger.stepping import is_learners
from _exercise.debugger.values import Context, Member, Shown
from _exercise.names import completions
from _exercise.packages import ROOT

__all__ = ['FrameTold', 'Standing', 'frames_of_trace', 'frames_on']

_OURS = (f'{ROOT}_exercise/', '<exec>', bdb.__file__)
_MOST_FRAMES = 200
_MOST_REPR = 100_000


class FrameTold(TypedDict):
    """As `DebugFrame` of the protocol."""

    name: str
    source: str
    line: int
    isLearners: bool


class Place(NamedTuple):
    """A frame, and the line that it executes."""

    frame: FrameType
    line: int


class _Holder(NamedTuple):
    """What has members: a value with the expression that gives it, or `_NAMES`: those of `context`."""

    context: Context
    value: Any
    expression: str


_NAMES = object()


def frames_on(frame: FrameType | None) -> list[Place]:
    """The frames that are executing, the innermost first, without our own."""
    found: list[Place] = []
    while frame is not None and len(found) < _MOST_FRAMES:
        if not frame.f_code.co_filename.startswith(_OURS):
            found.append(Place(frame, frame.f_lineno))
        frame = frame.f_back
    return found


def frames_of_trace(trace: TracebackType | None) -> list[Place]:
    """The frames that an exception has left, the innermost first, without our own."""
    found: list[Place] = []
    while trace is not None:
        if not trace.tb_frame.f_code.co_filename.startswith(_OURS):
            found.append(Place(trace.tb_frame, trace.tb_lineno))
        trace = trace.tb_next
    return found[-_MOST_FRAMES:][::-1]


class Standing:
    """Answers questions about frames.

    Args:
        frames: the innermost first.
        module: the names of the learner's module.
    """

    def __init__(self, frames: list[Place], module: dict[str, Any]) -> None:
        self._frames = frames
        self._module = module
        self._holders: list[_Holder] = []

    def told_frames(self) -> list[FrameTold]:
        """The frames as the host is told of them."""
        return [
            FrameTold(
                name=frame.f_code.co_qualname[:200],
                source=frame.f_code.co_filename.removeprefix(ROOT)[:4000],
                line=line or 0,
                isLearners=is_learners(frame),
            )
            for frame, line in self._frames
        ]

    def scopes(self, number: int) -> list[dict[str, Any]]:
        """The scopes of a frame, each with its reference."""
        frame = self._frames[number].frame
        everything = Context(frame.f_globals, frame.f_globals)
        scopes = [('globals', everything)]
        if frame.f_locals is not frame.f_globals:
            scopes.insert(0, ('locals', Context(frame.f_globals, frame.f_locals)))
        return [
            {'name': name, 'reference': self._hold(_Holder(context, _NAMES, ''))} for name, context in scopes
        ]

    def variables(self, reference: int, start: int | None, count: int | None) -> list[Shown]:
        """The members of what a reference stands for; given a start, its elements."""
        holder = self._holders[reference - 1]
        if start is None:
            found = self._members(holder)
        else:
            found = list(values.elements(holder.value, holder.expression, start, count or 0))
        return [self._shown(member, holder.context) for member in found]

    def evaluate(self, expression: str, frame: int | None, is_typed: bool) -> Shown:
        """The value of an expression in a frame, None for the module.

        Args:
            is_typed: statements are executed too, and the value is told as Python prints it.
        """
        context = self._context(frame)
        try:
            code = compile(expression.strip(), '<expression>', 'eval')
        except SyntaxError:
            if not is_typed:
                raise
            exec(compile(expression, '<expression>', 'exec'), context.variables, context.local)
            return Shown(name='', value='', type='', reference=0, elements=0, expression='')
        value = eval(code, context.variables, context.local)
        shown = self._shown(Member('', value, f'({expression.strip()})'), context)
        if is_typed:
            shown['value'] = '' if value is None else _shortened(repr(value))
        return shown

    def set_variable(self, reference: int, name: str, text: str) -> Shown:
        """Gives a member the value of an expression.

        Raises:
            LookupError: when there is no such member, or it cannot be set.
        """
        holder = self._holders[reference - 1]
        return self._set(name, self._expression_of(holder, name), text, holder.context)

    def set_expression(self, expression: str, frame: int | None, text: str) -> Shown:
        """Gives what an expression names, in a frame or the module, the value of another."""
        return self._set('', expression.strip(), text, self._context(frame))

    def _set(self, name: str, expression: str, text: str, context: Context) -> Shown:
        # An element of a weight is changed without the tape's knowledge; what has a name of its own is not.
        with torch.no_grad() if expression.endswith(']') else contextlib.nullcontext():
            exec(compile(f'{expression} = (\n{text}\n)', '<value>', 'exec'), *context)
            value = eval(expression, *context)
        return self._shown(Member(name, value, expression), context)

    def completions(self, text: str, frame: int | None) -> list[str]:
        """Names that go on from what stands before the cursor, dotted as there."""
        variables, local = self._context(frame)
        return completions(text, {**variables, **dict(local)})

    def _context(self, number: int | None) -> Context:
        if number is None:
            return Context(self._module, self._module)
        frame = self._frames[number].frame
        return Context(frame.f_globals, frame.f_locals)

    def _members(self, holder: _Holder) -> list[Member]:
        if holder.value is _NAMES:
            return values.names_in(holder.context.local)
        return values.members(holder.value, holder.expression)

    def _expression_of(self, holder: _Holder, name: str) -> str:
        is_element = name[1:-1].isdigit() and values.elements_of(holder.value) > 0
        if is_element:
            return f'{holder.expression}{name}'
        for member in self._members(holder):
            if member.name == name and member.expression:
                return member.expression
        raise LookupError(f'{name} cannot be set')

    def _shown(self, member: Member, context: Context) -> Shown:
        reference = 0
        # An object whose class is unwell has no members.
        with contextlib.suppress(Exception):
            if values.elements_of(member.value) or values.members(member.value, member.expression):
                reference = self._hold(_Holder(context, member.value, member.expression))
        return values.shown(member, reference)

    def _hold(self, holder: _Holder) -> int:
        self._holders.append(holder)
        return len(self._holders)


def _shortened(text: str) -> str:
    left_out = len(text) - _MOST_REPR
    return text if left_out <= 0 else f'{text[: _MOST_REPR - 100]}… ({left_out} characters left out)'
