"""What a run tells: messages of the protocol, points and output in batches, and all of it bounded."""

from __future__ import annotations

import json
import math
import threading
import time
from collections.abc import Callable
from typing import Any

__all__ = ['BATCH_SECONDS', 'Sending', 'real']

BATCH_SECONDS = 1 / 60
"""At most 60 messages of a kind a second."""

_MOST = {'figures': 200, 'fits': 500, 'curves': 100, 'points': 2_000_000}
"""More than a person looks at; the host refuses more (`event-bounds.ts`)."""

_NAMES = {
    'figures': 'figures of a run',
    'fits': 'fits of a run',
    'curves': 'curves of a fit',
    'points': 'points of a run',
}

_MESSAGE_CHARACTERS = 1 << 16


def real(value: float) -> Any:
    """A float as the protocol spells it: JSON has neither infinities nor NaN."""
    number = float(value)
    if math.isfinite(number):
        return number
    if math.isnan(number):
        return 'nan'
    return 'inf' if number > 0 else '-inf'


class Sending:
    """Sends the messages of runs.

    Args:
        send: takes a line without its end.

    Attributes:
        run: the id of the run under way.
    """

    def __init__(self, send: Callable[[str], None]) -> None:
        self._send = send
        self._lock = threading.RLock()
        self.begin(0, 0)

    def begin(self, run: int, characters: int) -> None:
        """Starts over for a run.

        Args:
            run: its id.
            characters: of output that are kept, whatever way they come.
        """
        with self._lock:
            self.run = run
            self.dropped = 0
            self._left = characters
            self._points: dict[int, dict[str, list[Any]]] = {}
            self._posted = -math.inf
            self._counts = dict.fromkeys(_MOST, 0)
            self._curves: dict[int, set[str]] = {}
            self._told: set[str] = set()
            self._stream = 'stdout'
            self._text: list[str] = []
            self._length = 0
            self._written = -math.inf
            self.left_out = 0
            self._printed: dict[tuple[str, int], tuple[str, int]] = {}
            self._unsent: set[tuple[str, int]] = set()

    def post(self, kind: str, /, **fields: Any) -> None:
        """Sends a message of the run, after what was printed before it."""
        with self._lock:
            self.flush_output()
            self._send(json.dumps({'type': kind, 'run': self.run, **fields}))

    # ------------------------------------------------------------ bounds

    def allows(self, what: str, count: int = 1) -> bool:
        """Counts what is about to be told; the first excess of each kind is told in its place."""
        self._counts[what] += count
        if self._counts[what] <= _MOST[what]:
            return True
        if what not in self._told:
            self._told.add(what)
            self.write('stderr', f'Only the first {_MOST[what]} {_NAMES[what]} are shown.\n')
        return False

    # ------------------------------------------------------------ points

    def point(self, fit: int, label: str, x: float, y: float) -> None:
        """Adds a point to a curve."""
        known = self._curves.setdefault(fit, set())
        if label not in known:
            if len(known) >= _MOST['curves']:
                self._counts['curves'] = _MOST['curves']
                self.allows('curves')
                return
            known.add(label)
        if not self.allows('points'):
            return
        with self._lock:
            self._points.setdefault(fit, {}).setdefault(label, []).append([real(x), real(y)])
            if time.perf_counter() - self._posted >= BATCH_SECONDS:
                self.flush_points()

    def flush_points(self) -> None:
        """Sends the points that wait."""
        with self._lock:
            waiting, self._points = self._points, {}
            self._posted = time.perf_counter()
            for fit, curves in waiting.items():
                entries = [{'label': label, 'points': points} for label, points in curves.items()]
                self.post('points', fit=fit, curves=entries)

    # ------------------------------------------------------------ output

    def write(self, stream: str, text: str) -> None:
        """Takes in what is printed; whole lines are sent a few times a second, the rest when it is due."""
        with self._lock:
            kept = text[: max(0, self._left)]
            self._left -= len(kept)
            self.dropped += len(text) - len(kept)
            if not kept:
                return
            if stream != self._stream or stream == 'displayed':
                self.flush_output()
            self._stream = stream
            self._text.append(kept)
            self._length += len(kept)
            due = time.perf_counter() - self._written >= BATCH_SECONDS and kept.endswith('\n')
            if due or self._length >= _MESSAGE_CHARACTERS:
                self.flush_output()

    def flush_output(self) -> None:
        """Sends the text that waits."""
        with self._lock:
            if not self._text:
                return
            text, self._text, self._length = ''.join(self._text), [], 0
            self._written = time.perf_counter()
            text = text.encode('utf-8', 'replace').decode('utf-8')
            self._send(json.dumps({'type': 'output', 'run': self.run, 'stream': self._stream, 'text': text}))

    def located(self, document: str, line: int, text: str) -> None:
        """Takes in which line of the learner's has printed a text."""
        with self._lock:
            _, count = self._printed.get((document, line), ('', 0))
            self._printed[document, line] = (text.removesuffix('\n'), count + 1)
            self._unsent.add((document, line))

    def flush_printed(self) -> None:
        """Sends the lines that have printed since."""
        with self._lock:
            places, self._unsent = self._unsent, set()
            lines = [
                {'document': place[0], 'line': place[1], 'text': text, 'count': count}
                for place in sorted(places)
                for text, count in [self._printed[place]]
            ]
            if lines:
                self.post('printed', lines=lines)

    def overflow(self, pieces: str, characters: int, lines: int) -> None:
        """Tells the end of an output that went over its limit, in place of what was told of it before."""
        parts = [{'stream': stream, 'text': text} for stream, text in json.loads(pieces)]
        self.post('outputTail', leftOut={'characters': characters, 'lines': lines}, parts=parts)
        self.left_out = characters

    def flush(self) -> None:
        """Sends all that waits."""
        self.flush_points()
        self.flush_output()
        self.flush_printed()
