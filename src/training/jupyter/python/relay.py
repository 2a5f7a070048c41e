"""Runs our Python package in a process of its own beside a Jupyter kernel, and keeps what that says.

It is sent to the kernel as source and lives in a module of its own there, so that the kernel's
names stay as they are. The kernel itself executes no exercise: it stays free to answer, also while
one runs, and outlives an exercise that takes its process down. Each question is one expression,
whose value is the answer; a notice tells a client that asked for lines and got all of them that
there are more. Python 3.9 is enough.
"""

from __future__ import annotations

import base64
import collections
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import zlib
from typing import Any, NamedTuple

__all__ = ['answer']

MIME = 'application/vnd.d2l-exercises+json'

# Of an answer, and of all lines that are kept: later points, outputs and the like of such a run are left out.
MOST_CHARACTERS_AT_ONCE = 1 << 21
MOST_CHARACTERS_KEPT = 1 << 26
LONGEST_LINE = 1 << 26
ALWAYS_KEPT = ('ready', 'retire', 'started', 'fitStarted', 'fitEnded', 'ended', 'log')
# A run that nobody is to find again ends when its client has not been heard of for so many seconds.
CLIENT_SECONDS = 120
NOTICES_PER_SECOND = 60


class Answer:
    """A value that a kernel sends as it is."""

    def __init__(self, content: dict[str, Any]) -> None:
        self._content = content

    def __repr__(self) -> str:
        return 'an answer to D2L Exercises'

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {MIME: self._content}


class Child(NamedTuple):
    """The process, and the folder that its package lies in."""

    process: subprocess.Popen[bytes]
    folder: str


class Kept:
    """The lines that were said since the latest run began, by their numbers."""

    def __init__(self) -> None:
        self.lines: collections.deque[str] = collections.deque()
        self.first = 0
        self._characters = 0
        self._left_out = 0

    @property
    def next(self) -> int:
        """The number of the line to come."""
        return self.first + len(self.lines)

    def add(self, line: str) -> None:
        """Keeps a line, if there is room for one of its type; else an empty one has its number."""
        if self._characters + len(line) > MOST_CHARACTERS_KEPT and type_of(line) not in ALWAYS_KEPT:
            self._left_out += 1
            line = '' if self._left_out > 1 else log_line('the run says too much: a part of it is left out')
        self._characters += len(line)
        self.lines.append(line)

    def begin(self) -> None:
        """A run begins: what earlier ones said is not asked for again."""
        self.first = self.next
        self.lines.clear()
        self._characters = 0
        self._left_out = 0

    def since(self, number: int) -> list[str]:
        """The lines from `number` on, as many as an answer holds: one at least, where there is one."""
        chosen: list[str] = []
        characters = 0
        for index in range(max(0, number - self.first), len(self.lines)):
            characters += len(self.lines[index])
            if chosen and characters > MOST_CHARACTERS_AT_ONCE:
                break
            chosen.append(self.lines[index])
        return chosen


class Relay:
    """One process with our package, and what it said."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._writing = threading.Lock()
        self._kept = Kept()
        self._child: Child | None = None
        self._status: int | None = None
        self._sent = 0
        self._errors = b''
        self._run: dict[str, Any] | None = None
        self._ready = ''
        self._asked = time.monotonic()
        self._owes_notice = threading.Event()
        self._has_more = threading.Event()

    def start(self, files: str, entry: str) -> dict[str, Any]:
        """Starts the process, once.

        Args:
            files: sources by path, as JSON, deflated, in base64.
            entry: the path of the one to run.
        """
        if self._child is None:
            folder = tempfile.mkdtemp(prefix='d2l-exercises-')
            for path, source in json.loads(zlib.decompress(base64.b64decode(files))).items():
                place = os.path.join(folder, *path.split('/'))
                os.makedirs(os.path.dirname(place), exist_ok=True)
                with open(place, 'w', encoding='utf-8', newline='') as file:
                    file.write(source)
            self._child = Child(
                started([sys.executable, '-u', os.path.join(folder, *entry.split('/'))]), folder
            )
            for work in (self._read_lines, self._read_errors, self._tell, self._watch):
                threading.Thread(target=work, daemon=True).start()
        return {}

    def send(self, number: int, line: str) -> dict[str, Any]:
        """Gives the process a line; one that it got before, by its number, is not given again."""
        with self._writing:
            if number < self._sent or self._child is None or self._child.process.stdin is None:
                return {}
            self._sent = number + 1
            message = json.loads(line)
            if message.get('type') == 'run':
                self._begin(message)
            try:
                self._child.process.stdin.write(line.encode() + b'\n')
                self._child.process.stdin.flush()
            except OSError:
                pass  # Its end is told by the answer to the next question.
        return {}

    def lines(self, since: int) -> dict[str, Any]:
        """What the process has said from the line of that number on, and whether it still lives."""
        with self._lock:
            self._asked = time.monotonic()
            lines = self._kept.since(since)
            first = max(since, self._kept.first)
            is_all = first + len(lines) == self._kept.next
            if is_all:
                self._has_more.clear()
                self._owes_notice.set()
            over = is_all and self._status is not None
            return {
                'first': first,
                'lines': lines,
                'isAll': is_all,
                'status': self._status if over else None,
                'errors': self._errors.decode(errors='replace') if over else '',
            }

    def state(self) -> dict[str, Any]:
        """Which run was given last, whether it is over, and what a client must know that comes to it anew."""
        with self._lock:
            return {'run': self._run, 'sent': self._sent, 'ready': self._ready}

    def end(self) -> dict[str, Any]:
        """Ends the process, and what it has started, at once."""
        if self._child is not None and self._status is None:
            kill(self._child.process)
            self._child.process.wait(timeout=2)
            # The kernel may be ended before the thread that reads comes to it.
            shutil.rmtree(self._child.folder, ignore_errors=True)
        return {}

    def _begin(self, message: dict[str, Any]) -> None:
        with self._lock:
            self._kept.begin()
            self._run = {'run': message.get('run'), 'isOver': False, 'keep': message.get('keep')}
            self._asked = time.monotonic()

    def _add(self, line: str) -> None:
        with self._lock:
            self._kept.add(line)
            if self._ready == '':
                self._ready = line
            if self._run is not None and '"ended"' in line and type_of(line) == 'ended':
                self._run['isOver'] = True
            self._has_more.set()

    def _read_lines(self) -> None:
        child = self._child
        if child is None or child.process.stdout is None:
            return
        for line in iter(lambda: child.process.stdout.readline(LONGEST_LINE), b''):  # type: ignore[union-attr]
            self._add(line.decode(errors='replace').rstrip('\r\n'))
        status = child.process.wait()
        shutil.rmtree(child.folder, ignore_errors=True)
        with self._lock:
            self._status = status
            if self._run is not None:
                self._run['isOver'] = True
            self._has_more.set()

    def _read_errors(self) -> None:
        child = self._child
        if child is None or child.process.stderr is None:
            return
        for line in iter(lambda: child.process.stderr.readline(1 << 16), b''):  # type: ignore[union-attr]
            self._errors = (self._errors + line)[-4000:]

    def _tell(self) -> None:
        """Sends a notice when there are more lines, to a client that waits for them."""
        while self._status is None or self._has_more.is_set():
            self._owes_notice.wait()
            if not self._has_more.wait(timeout=60):
                continue
            self._has_more.clear()
            self._owes_notice.clear()
            publish({'next': self._kept.next})
            time.sleep(1 / NOTICES_PER_SECOND)

    def _watch(self) -> None:
        """Ends a run whose client has gone, unless it is to be found again."""
        while self._status is None:
            time.sleep(CLIENT_SECONDS / 10)
            alone = self._run is not None and not self._run['isOver'] and self._run['keep'] is None
            if alone and time.monotonic() - self._asked > CLIENT_SECONDS:
                self.end()


def started(command: list[str]) -> subprocess.Popen[bytes]:
    """A process in a group of its own: what interrupts the kernel leaves it alone."""
    pipe = subprocess.PIPE
    if os.name == 'nt':
        group = {'creationflags': getattr(subprocess, 'CREATE_NEW_PROCESS_GROUP', 0)}
    else:
        group = {'start_new_session': True}
    env = {**os.environ, 'PYTHONUTF8': '1', 'PYTHONDONTWRITEBYTECODE': '1'}
    folder = tempfile.gettempdir()
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, env=env, cwd=folder, **group)  # type: ignore[arg-type]


def kill(process: subprocess.Popen[bytes]) -> None:
    """Ends a process, and where there are groups, all of its group."""
    try:
        if hasattr(os, 'killpg'):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except ProcessLookupError:
        pass


def type_of(line: str) -> str:
    """The type of a message; empty where it has none."""
    try:
        return str(json.loads(line)['type'])
    except (ValueError, TypeError, KeyError):
        return ''


def log_line(text: str) -> str:
    """A message for the log."""
    return json.dumps({'type': 'log', 'level': 'warn', 'text': text})


def publish(content: dict[str, Any]) -> None:
    """Tells every client of the kernel; those that do not know the type show nothing."""
    from IPython import get_ipython

    shell = get_ipython()
    if shell is not None:
        shell.display_pub.publish({MIME: content})


_relay = Relay()


def answer(question: str) -> Answer:
    """Answers a question: the name of a method of `Relay` and its arguments, as JSON."""
    name, arguments = json.loads(question)
    return Answer(getattr(_relay, name)(**arguments))
