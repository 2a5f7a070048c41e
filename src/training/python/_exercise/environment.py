"""What an exercise finds around it: output, waiting, the end of the program, and no JavaScript.

All of it is set up once, when the memory snapshot is made, or at the start where there is none.
"""

import builtins
import importlib
import importlib.abc
import os
import random
import sys
import time
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType, TracebackType
from typing import Any, NoReturn

from _exercise import failures, imports
from _exercise.streams import Allowance, RunStream

__all__ = [
    'JAVASCRIPT',
    'PACKAGES',
    'allowance',
    'begin',
    'conclusions',
    'endings',
    'realm',
    'refuse_input',
    'set_up',
    'tell',
]

JAVASCRIPT = ('js', 'pyodide_js', '_realm')
PACKAGES = (
    'torch',
    'd2l.torch',
    'matplotlib.pyplot',
    'numpy',
    '_exercise.line_values',
    '_exercise.variables',
    '_exercise.graph',
    'd2l.training_steps',
)

realm: Any = None
"""The realm's functions: `write`, `located`, `overflow`, `drop`, `tell`, `sleep`, `debug`, `command`.

Set by `set_up`.
"""


tell: Callable[[str], None] | None = None
"""The realm's function of that name. Looked up while a run goes on it would count as reaching JavaScript."""


def _hand_over(pieces: str, characters: int, lines: int) -> None:
    realm.overflow(pieces, characters, lines)


allowance = Allowance(_hand_over)

endings: list[Callable[[], None]] = []
"""What tells more of a run that has come to its end; each called once."""

conclusions: list[Callable[[], None]] = []
"""What tells the end of what a run has begun and not ended; each called once the run is over."""


class _NoJavaScript(importlib.abc.MetaPathFinder):
    """Says why the modules that reach JavaScript are not there. The realm's wall does not rely on it."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname.partition('.')[0] in JAVASCRIPT:
            raise ImportError(
                f'{fullname} is not available: exercises have no access to JavaScript', name=fullname
            )
        return None


def set_up() -> str:
    """Connects Python with the realm and imports the packages that exercises use.

    Returns:
        What could not be imported, one line for each; empty when all is well.
    """
    global realm, tell
    realm = importlib.import_module('_realm')
    tell = realm.tell
    _hide_javascript()
    _replace_functions()
    sys.stdout = RunStream('stdout', allowance, realm.write, realm.located)
    sys.stderr = RunStream('stderr', allowance, realm.write)
    sys.argv = ['']
    failures.explain_import = imports.explain
    return '\n'.join(filter(None, map(_import_failure, PACKAGES)))


def begin() -> None:
    """A start, from a memory snapshot or not: what belongs to this thread and not to the snapshot."""
    random.seed()
    engine = sys.modules.get('torch._handle')
    if engine is not None:
        engine.attach()


def _hide_javascript() -> None:
    for name in JAVASCRIPT:
        sys.modules.pop(name, None)
    sys.meta_path.insert(0, _NoJavaScript())


def _replace_functions() -> None:
    time.sleep = _sleep
    time.time = _time
    time.time_ns = _time_ns
    builtins.input = refuse_input
    os._exit = _exit
    os.abort = _abort
    sys.unraisablehook = _unraisable
    sys.excepthook = _uncaught


def _import_failure(name: str) -> str:
    try:
        importlib.import_module(name)
    except Exception as error:
        return f'{name} cannot be imported: {type(error).__name__}: {error}'
    return ''


def _sleep(seconds: float, /) -> None:
    """Suspends the run for a number of seconds. Stop ends it early."""
    duration = float(seconds) if not isinstance(seconds, str) else _not_a_number(seconds)
    if duration != duration:
        raise ValueError('Invalid value NaN (not a number)')
    if duration < 0:
        raise ValueError('sleep length must be non-negative')
    while (duration := realm.sleep(duration)) > 0:
        # A debugged run has commands to take: the interpreter calls for them in between.
        pass


_clock = time.time
_apart = [0.0]
"""How far the clock, of whole milliseconds, is ahead of `time.perf_counter`, which is finer."""


def _time() -> float:
    """Seconds since 1970, as fine as `time.perf_counter` has them."""
    clock, counter = _clock(), time.perf_counter()
    if not 0 <= counter + _apart[0] - clock < 0.001:
        # The first call, or the clock was set: from here on the counter goes on from it.
        _apart[0] = clock - counter
    return counter + _apart[0]


def _time_ns() -> int:
    """Nanoseconds since 1970."""
    return int(_time() * 1e9)


def _not_a_number(value: object) -> NoReturn:
    raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")


def refuse_input(prompt: object = '', /) -> NoReturn:
    """An exercise runs without a keyboard.

    Raises:
        EOFError: always.
    """
    raise EOFError('input() is not available: an exercise runs without a keyboard')


def _exit(status: int) -> NoReturn:
    raise SystemExit(status)


def _abort() -> NoReturn:
    raise SystemExit('os.abort() was called')


_default_hook = sys.unraisablehook


def _unraisable(event: 'sys.UnraisableHookArgs', /) -> None:
    """As Python's own, but silent about Stop, which may arrive while an object is finalised."""
    if not isinstance(event.exc_value, KeyboardInterrupt):
        _default_hook(event)


_default_report = sys.excepthook


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None, /) -> None:
    """As Python's own, but silent about Stop, of which the run's end tells."""
    if not issubclass(kind, KeyboardInterrupt):
        _default_report(kind, error, trace)
