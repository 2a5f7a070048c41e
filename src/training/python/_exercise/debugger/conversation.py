"""What a debugged run and the host say to each other."""

import ast
import json
import linecache
import signal
from collections import deque
from collections.abc import Callable
from types import FrameType
from typing import Any, TypedDict

from _exercise import environment, places
from _exercise.debugger.breakpoints import Breakpoints, Hit, Told
from _exercise.debugger.standing import Place, Standing, frames_of_trace, frames_on
from _exercise.debugger.stepping import Stepper, learners_frame, raised_in
from _exercise.failures import report

__all__ = ['Debugger', 'Setup']

_ATTENTION = signal.SIGUSR1
"""Sent while the run goes on, when there are commands to take."""

_MOST_SAID = 10_000
_MOST_MESSAGE = 40_000
_MOST_TRACEBACK = 150_000

Command = dict[str, Any]


class Setup(TypedDict):
    """As `DebugSetup` of the protocol."""

    breakpoints: list[Told]
    exceptions: list[str]
    stopOnEntry: bool


class _GivenUp(BaseException):
    """The host does not wait for the value of an expression any more."""


class Debugger:
    """Follows one run.

    Args:
        setup: what the host wants from the start.
        module: the names of the learner's module.
    """

    def __init__(self, setup: Setup, module: dict[str, Any]) -> None:
        self._setup = setup
        self._module = module
        self._breakpoints = Breakpoints()
        self._stepper = Stepper(self._breakpoints, self._stand, self._say)
        self._waiting: deque[Command] = deque()
        self._stops_at_uncaught = False
        self._is_evaluating = False
        self._standing: Standing | None = None

    def know(self, source: str, document: str, first_line: int = 1) -> None:
        """Takes in where a cell has code; one with a syntax error has none."""
        whole = '\n' * (first_line - 1) + source
        try:
            code = compile(whole, document, 'exec', ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
        except (SyntaxError, ValueError):
            return
        self._breakpoints.know(document, first_line, first_line + source.count('\n'), [code])

    def follow[R](self, work: Callable[[], R]) -> R:
        """Does the run's work; stands where it is to, at the end for an exception that ends it."""
        signal.signal(_ATTENTION, self._attend)
        self._set_exceptions(self._setup['exceptions'])
        self._set_breakpoints(self._setup['breakpoints'], None)
        self._stepper.begin(stops_on_entry=self._setup['stopOnEntry'])
        # What came before there was somebody to take it.
        self._attend(_ATTENTION, None)
        try:
            return work()
        except Exception as error:
            self._stepper.end()
            self._look_back(error)
            raise
        finally:
            self._stepper.end()
            signal.signal(_ATTENTION, signal.SIG_IGN)

    # ---------------------------------------------------------- standing

    def _look_back(self, error: Exception) -> None:
        """Stands where an exception came from that has ended the run."""
        frame = raised_in(error.__traceback__)
        if not self._stops_at_uncaught or frame is None:
            return
        try:
            self._stepper.stand(frame, 'exception', error=error)
        except KeyboardInterrupt:
            # Stop ends the look, and the run ends as it had.
            return

    def _stand(
        self, frame: FrameType, reason: str, breakpoints: list[int], error: BaseException | None
    ) -> None:
        trace = error.__traceback__ if error is not None else None
        self._standing = Standing(_frames(frame, error), self._module)
        stopped = {
            'type': 'debugStopped',
            'reason': reason,
            'breakpoints': breakpoints[:100],
            'frames': self._standing.told_frames(),
        }
        if error is not None and trace is not None:
            stopped['exception'] = _exception(error)
        _tell(stopped)
        try:
            while not self._obey(self._next(), frame):
                pass
        finally:
            self._standing = None
            _tell({'type': 'debugContinued'})
        # What came behind the order to go on was left to the one who stood.
        self._attend(_ATTENTION, frame)

    def _next(self) -> Command:
        """The next command, waited for.

        Raises:
            KeyboardInterrupt: when the run is to stop.
        """
        if self._waiting:
            return self._waiting.popleft()
        text = environment.realm.command(1)
        if not text:
            raise KeyboardInterrupt
        return json.loads(text)

    def _attend(self, _: int, frame: FrameType | None) -> None:
        """Takes the commands that came while the run was busy."""
        if self._standing is not None and not self._is_evaluating:
            # It takes them itself.
            return
        while text := environment.realm.command(0):
            command: Command = json.loads(text)
            if not self._is_evaluating:
                self._obey(command, frame)
            elif command['command'] == 'pause':
                raise _GivenUp
            else:
                self._waiting.append(command)

    # ---------------------------------------------------------- commands

    def _obey(self, command: Command, frame: FrameType | None) -> bool:
        """Does what the host wants; returns whether a run that stands goes on."""
        name = command['command']
        if 'id' in command:
            self._answer(command)
        elif name == 'setBreakpoints':
            self._set_breakpoints(command['breakpoints'], frame)
        elif name == 'setExceptions':
            self._set_exceptions(command['exceptions'])
            self._stepper.changed(frame)
        elif name == 'pause':
            self._pause(frame)
        elif self._standing is not None:
            self._go_on(name, learners_frame(frame))
            return True
        return False

    def _go_on(self, name: str, frame: FrameType | None) -> None:
        if frame is None:
            return
        steps = {
            'next': self._stepper.step_over,
            'stepIn': self._stepper.step_in,
            'stepOut': self._stepper.step_out,
        }
        steps.get(name, self._stepper.go_on)(frame)

    def _pause(self, frame: FrameType | None) -> None:
        if self._standing is None:
            self._stepper.pause(frame)

    def _set_breakpoints(self, told: list[Told], frame: FrameType | None) -> None:
        for document in {breakpoint_['document'] for breakpoint_ in told}:
            if document in places.documents and not self._breakpoints.knows(document):
                # A cell of a notebook that was executed before: this run may call its functions.
                self.know(''.join(linecache.getlines(document)), document)
        _tell({'type': 'debugBreakpoints', 'breakpoints': self._breakpoints.set(told)})
        self._stepper.changed(frame)

    def _set_exceptions(self, filters: list[str]) -> None:
        self._stepper.stops_at_raised = 'raised' in filters
        self._stops_at_uncaught = 'uncaught' in filters

    def _answer(self, question: Command) -> None:
        try:
            self._is_evaluating = True
            # What came just before was left to the one who stands.
            self._attend(_ATTENTION, None)
            answer = self._answer_of(question)
        except _GivenUp:
            answer = _failure('it took too long and was given up')
        except Exception as error:
            answer = _failure(_words(error))
        finally:
            self._is_evaluating = False
        _tell({'type': 'debugAnswer', 'id': question['id'], 'answer': answer})

    def _answer_of(self, question: Command) -> dict[str, Any]:
        standing = self._standing
        if standing is None:
            return _failure('the run does not stand')
        match question['command']:
            case 'scopes':
                return {'kind': 'scopes', 'scopes': standing.scopes(question['frame'])}
            case 'variables':
                found = standing.variables(
                    question['reference'], question.get('start'), question.get('count')
                )
                return {'kind': 'variables', 'variables': found}
            case 'evaluate':
                value = standing.evaluate(question['expression'], question['frame'], question['isTyped'])
                return {'kind': 'value', 'value': value}
            case 'setVariable':
                value = standing.set_variable(question['reference'], question['name'], question['value'])
                return {'kind': 'value', 'value': value}
            case 'setExpression':
                value = standing.set_expression(question['expression'], question['frame'], question['value'])
                return {'kind': 'value', 'value': value}
            case _:
                names = standing.completions(question['text'], question['frame'])
                return {'kind': 'completions', 'names': names}

    def _say(self, frame: FrameType, hit: Hit) -> None:
        _tell(
            {
                'type': 'debugOutput',
                'isFault': hit['is_fault'],
                'text': hit['text'][:_MOST_SAID],
                'document': frame.f_code.co_filename,
                'line': frame.f_lineno,
            }
        )


def _frames(frame: FrameType, error: BaseException | None) -> list[Place]:
    """Those of an exception inside of where it has come to, and those that are executing."""
    if error is None:
        return frames_on(frame)
    left = frames_of_trace(error.__traceback__)
    known = {id(place.frame) for place in left}
    outer = [place for place in frames_on(frame) if id(place.frame) not in known]
    return [*left, *outer]


def _exception(error: BaseException) -> dict[str, str]:
    told = report(error, places.documents)
    return {
        'type': told['type'][:200],
        'message': told['message'][:_MOST_MESSAGE],
        'traceback': told['traceback'][-_MOST_TRACEBACK:],
    }


def _failure(message: str) -> dict[str, Any]:
    return {'kind': 'failure', 'message': message[:_MOST_SAID]}


def _words(error: Exception) -> str:
    try:
        return f'{type(error).__name__}: {error}'
    except Exception:
        return type(error).__name__


def _tell(event: dict[str, Any]) -> None:
    environment.realm.debug(json.dumps(event))
