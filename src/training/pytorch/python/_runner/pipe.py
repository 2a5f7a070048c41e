"""Serves runs over the pipes of this process: a message of JSON a line, see decision 41.

Each run has a Python of its own, as fresh as at the start. Where it is safe (Linux, no GPU in use) it is a
fork, made in milliseconds; elsewhere this process takes one run and retires. The cells of a notebook share
this process.
"""

from __future__ import annotations

import json
import os
import queue
import select
import signal
import sys
import threading
import time
import traceback
import warnings
from collections import deque
from typing import Any, NoReturn

from _exercise.environment import allowance
from _runner.interrupts import SignalInterrupts, interrupt_main, shielded

__all__ = ['serve']

_FLUSH_SECONDS = 0.05
"""After which a text that was printed without a line feed is sent."""


_SETTLE_SECONDS = 0.5

_SETTLED = b'\x00settled\x00'
"""Written behind a run's own output."""


def serve() -> None:
    """Takes runs until there are no more lines."""
    lines, out = os.dup(0), os.dup(1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    # What a library prints by itself goes where errors go, until a run captures it.
    os.dup2(2, 1)
    lock = threading.Lock()

    def send(line: str) -> None:
        with lock:
            _write(out, line.encode() + b'\n')

    os.environ['MPLBACKEND'] = 'module://_runner.backend'
    from _runner.runner import Runner, UnusableError

    try:
        runner = Runner(send, 'process')
    except UnusableError as reason:
        send(json.dumps({'type': 'retire', 'reason': str(reason)}))
        return
    # A run that is told to stop before it can hear it hears it then.
    shielded()
    runner.ready()
    _Server(runner, lines, out, send).serve()


def _write(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]


def _can_fork() -> bool:
    import torch

    return sys.platform == 'linux' and not torch.cuda.is_available()


class _Server:
    def __init__(self, runner: Any, lines: int, out: int, send: Any) -> None:
        self._runner = runner
        self._lines = lines
        self._out = out
        self._send = send
        self._buffer = b''
        self._kept: deque[dict[str, Any]] = deque()
        self._can_fork = _can_fork()

    def serve(self) -> None:
        while True:
            message = self._next()
            if message is None:
                return
            if message['type'] != 'run':
                continue
            if message.get('execution') is None and self._can_fork:
                self._fork(message)
            else:
                self._stay(message)

    # ------------------------------------------------------------ lines

    def _next(self) -> dict[str, Any] | None:
        """The next message; None at the end."""
        return self._kept.popleft() if self._kept else self._read_line()

    def _read_line(self) -> dict[str, Any] | None:
        while b'\n' not in self._buffer:
            piece = os.read(self._lines, 1 << 16)
            if not piece:
                return None
            self._buffer += piece
        line, _, self._buffer = self._buffer.partition(b'\n')
        return json.loads(line)

    # ------------------------------------------------------------ a process for each run

    def _fork(self, message: dict[str, Any]) -> None:
        alive, held = os.pipe()
        with warnings.catch_warnings():
            warnings.simplefilter('ignore')
            child = os.fork()
        if child == 0:
            os.close(alive)
            os.close(self._lines)
            _run_and_exit(self._runner, message)
        os.close(held)
        self._wait(child, alive)
        os.close(alive)
        _, status = os.waitpid(child, 0)
        if status != 0:
            self._send_after(_reason_of(status))

    def _wait(self, child: int, alive: int) -> None:
        """Until the child is gone, passing on what it is told; what comes after is the next run's."""
        while self._kept and self._kept[0]['type'] == 'stop':
            self._kept.popleft()
            os.kill(child, signal.SIGINT)
        while True:
            ready, _, _ = select.select([alive, self._lines], [], [])
            if alive in ready:
                return
            message = self._read_line()
            if message is None:
                os.kill(child, signal.SIGKILL)
                os._exit(0)
            if message['type'] == 'stop' and not self._kept:
                os.kill(child, signal.SIGINT)
            else:
                self._kept.append(message)

    def _send_after(self, reason: str) -> None:
        """The child may have died in the middle of a line."""
        _write(self._out, b'\n')
        self._send(json.dumps({'type': 'retire', 'reason': reason}))
        os._exit(0)

    # ------------------------------------------------------------ in this process

    def _stay(self, message: dict[str, Any]) -> None:
        """Executes runs here from now on; one that is no notebook's cell is the last."""
        messages: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._read, args=(messages,), daemon=True).start()
        capture = _Capture()
        while True:
            if message['type'] == 'run':
                _run(self._runner, message, capture)
                if message.get('execution') is None:
                    self._send(json.dumps({'type': 'retire', 'reason': 'this Python has had its run'}))
                    os._exit(0)
            message = messages.get()

    def _read(self, messages: queue.Queue[dict[str, Any]]) -> None:
        shielded()
        while True:
            message = self._read_line()
            if message is None:
                os._exit(0)
            if message['type'] == 'stop':
                interrupt_main()
            else:
                messages.put(message)


def _reason_of(status: int) -> str:
    if os.WIFSIGNALED(status):
        number = os.WTERMSIG(status)
        if number == signal.SIGKILL:
            return 'the Python of this run was killed, by somebody or because memory ran out'
        return f'the Python of this run crashed ({signal.strsignal(number)})'
    return f'the Python of this run ended with status {os.WEXITSTATUS(status)}'


def _run_and_exit(runner: Any, message: dict[str, Any]) -> NoReturn:
    status = 1
    try:
        _run(runner, message, _Capture())
        status = 0
    except BaseException:
        # Ours, not the learner's: for the log.
        _write(2, traceback.format_exc().encode())
    finally:
        os._exit(status)


def _run(runner: Any, message: dict[str, Any], capture: _Capture) -> None:
    interrupts = SignalInterrupts()
    runner.run(message, interrupts, capture.settle)


class _Capture:
    """What libraries and other programs write to the process's own output is the run's too."""

    def __init__(self) -> None:
        self._settled = threading.Event()
        self._reader, writer = os.pipe()
        os.dup2(writer, 1)
        os.close(writer)
        os.register_at_fork(after_in_child=_leave_streams)
        threading.Thread(target=self._drain, daemon=True).start()
        threading.Thread(target=_flush_now_and_then, daemon=True).start()

    def _drain(self) -> None:
        shielded()
        while True:
            data = os.read(self._reader, 1 << 16)
            if not data:
                return
            is_end = _SETTLED in data
            text = data.replace(_SETTLED, b'').decode('utf-8', 'replace')
            if text and allowance.most:
                sys.stdout.write(text)
            if is_end:
                self._settled.set()

    def settle(self) -> None:
        """Waits until all that was written by now has been taken in."""
        self._settled.clear()
        os.write(1, _SETTLED)
        self._settled.wait(_SETTLE_SECONDS)


def _leave_streams() -> None:
    """A process that the learner's code forks speaks by its plain output: messages are not its business."""
    sys.stdout = os.fdopen(os.dup(1), 'w', encoding='utf-8', errors='replace')
    sys.stderr = os.fdopen(os.dup(2), 'w', encoding='utf-8', errors='replace')


def _flush_now_and_then() -> None:
    shielded()
    from _runner import current

    while True:
        time.sleep(_FLUSH_SECONDS)
        current.sending.flush()
