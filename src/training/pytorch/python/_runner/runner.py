"""Executes runs in this Python, for any transport."""

from __future__ import annotations

import builtins
import importlib
import json
import platform
import sys
import sysconfig
import time
from collections.abc import Callable
from typing import Any, Protocol

from _exercise import environment, execution, origin
from _exercise.streams import RunStream
from _runner import current, seeds, stored_sets, workplace

__all__ = ['Interrupts', 'Runner', 'UnusableError']

_MAJOR = '2'
"""The version of PyTorch whose words and numbers the built-in engine has."""

_MOST_OUTPUT = 3
"""How often the limit of output comes past here: printed, displayed, and what is not Python's."""

_LIKELY = ('numpy', 'matplotlib.pyplot', 'd2l.torch')
"""What exercises import; imported ahead of them."""


class UnusableError(Exception):
    """This Python cannot run exercises; the message says why and what to do, in a line."""


class Runner:
    """Prepares this Python for runs.

    Args:
        send: takes a message as JSON, without a line feed.
        place: `process` or `server`: where this Python is.

    Raises:
        UnusableError: where there is no PyTorch that can be used.
    """

    def __init__(self, send: Callable[[str], None], place: str) -> None:
        self._send = send
        self._place = place
        self._torch = _import_torch()
        self._d2l = _connect(send)
        for name in _LIKELY:
            _try_import(name)

    def ready(self) -> None:
        """Says that runs are taken, and who computes them."""
        torch = self._torch
        cuda = torch.version.cuda if torch.cuda.is_available() else None
        version = {
            'place': self._place,
            'torch': str(torch.__version__),
            'python': platform.python_version(),
            'cuda': cuda,
            'd2l': self._d2l,
        }
        ready = {'type': 'ready', 'python': version['python'], 'backends': [], 'start': 'plain'}
        self._send(json.dumps({**ready, 'pytorch': version}))

    def run(
        self, message: dict[str, Any], interrupts: Interrupts, settle: Callable[[], None] = lambda: None
    ) -> None:
        """Executes a run and sends all of its messages, `ended` last.

        Args:
            message: a `run` line, see decision 41.
            interrupts: lets KeyboardInterrupt reach the learner's code, and nothing else.
            settle: waits for what was written past Python, before the end is told.
        """
        began = time.perf_counter()
        characters = message['limits']['outputCharacters']
        current.begin(message['run'], _MOST_OUTPUT * characters)
        continues = {} if message.get('execution') is None else {'continues': execution.has_begun()}
        current.sending.post('started', seed=message['seed'], **continues)
        stored_sets.begin(message.get('dataSets'))
        with workplace.entered(message):
            outcome = self._execute(message, interrupts)
            if outcome['status'] != 'ok':
                execution.conclude()
        current.loops.end()
        settle()
        current.sending.flush()
        self._end(message, outcome, interrupts, began)

    def _execute(self, message: dict[str, Any], interrupts: Interrupts) -> Any:
        if message.get('execution') is None or not execution.has_begun():
            seeds.plant(message['seed'])
        request = {
            'cells': message['cells'],
            'seed': message['seed'],
            'outputCharacters': message['limits']['outputCharacters'],
            'execution': message.get('execution'),
            'locate': bool(message.get('locate')),
            'lineValues': False,
            'graph': False,
            'debug': None,
        }
        try:
            with interrupts:
                return json.loads(execution.run(json.dumps(request)))
        except KeyboardInterrupt:
            # It came just when the run was over, or while Python was describing the first one.
            return {'status': 'interrupted', 'displayed': None, 'error': None, 'advice': None}

    def _end(self, message: dict[str, Any], outcome: Any, interrupts: Interrupts, began: float) -> None:
        sending, error, advice = current.sending, outcome['error'], outcome['advice']
        if advice is not None and error is not None:
            frames = error['frames']
            sending.post('advice', **advice, frame=frames[-1] if frames else None)
        is_stopped = interrupts.came and outcome['status'] != 'error'
        if is_stopped or outcome['status'] == 'ok':
            status = 'stopped' if is_stopped else 'ok'
            error = error if is_stopped and message.get('execution') is not None else None
        else:
            status = 'error'
        sending.post(
            'ended',
            status=status,
            backend='pytorch',
            operations={'tensorflow': 0, 'wasm': 0, 'js': 0},
            milliseconds=1000 * (time.perf_counter() - began),
            displayed=outcome['displayed'],
            outputDropped=sending.dropped + sending.left_out,
            error=error,
        )


class Interrupts(Protocol):
    """When KeyboardInterrupt may be raised: only while it is entered."""

    @property
    def came(self) -> bool:
        """Whether one did."""
        ...

    def __enter__(self) -> None: ...

    def __exit__(self, *_: object) -> None: ...


class _Realm:
    """What `_exercise` asks of whoever surrounds it."""

    def write(self, stream: str, text: str) -> None:
        current.sending.write(stream, text)

    def located(self, document: str, line: int, text: str) -> None:
        current.sending.located(document, line, text)

    def overflow(self, pieces: str, characters: int, lines: int) -> None:
        current.sending.overflow(pieces, characters, lines)

    def drop(self, characters: int) -> None:
        current.sending.dropped += characters


def _import_torch() -> Any:
    try:
        torch = importlib.import_module('torch')
    except ModuleNotFoundError as error:
        if error.name != 'torch':
            raise UnusableError(
                f'PyTorch cannot be imported in this Python: it has no {error.name}'
            ) from error
        raise UnusableError(
            'this Python has no PyTorch: install it there (pip install torch), or choose another interpreter'
        ) from error
    except Exception as error:
        first = (str(error).splitlines() or [''])[0][:300]
        raise UnusableError(
            f'PyTorch cannot be imported in this Python: {type(error).__name__}: {first}'
        ) from error
    version = str(getattr(torch, '__version__', ''))
    if version.partition('.')[0] != _MAJOR or not hasattr(torch, 'Tensor'):
        said = f'PyTorch {version[:50]}' if version else 'a module torch that is not PyTorch'
        raise UnusableError(f'this Python has {said}: PyTorch {_MAJOR} is needed')
    return torch


def _connect(send: Callable[[str], None]) -> str | None:
    """Lets everything report; returns the version of the installed `d2l`, None where ours stands in."""
    from _runner import backward, book, downloads, loaders

    current.connect(send)
    environment.realm = _Realm()
    environment.allowance.begin(0, located=False)
    sys.stdout = RunStream(
        'stdout', environment.allowance, environment.realm.write, environment.realm.located
    )
    sys.stderr = RunStream('stderr', environment.allowance, environment.realm.write)
    sys.argv = ['']
    builtins.input = environment.refuse_input
    origin.libraries.extend({sysconfig.get_path(name) for name in ('stdlib', 'purelib', 'platlib')})
    loaders.install()
    backward.install()
    downloads.install()
    installed = book.provide()
    book.watch()
    return installed


def _try_import(name: str) -> None:
    """What cannot be imported is told by the learner's own import, if there is one."""
    try:
        importlib.import_module(name)
    except Exception:
        return
