"""`sys.stdout` and `sys.stderr` of a run: straight to the realm, no more than the run's limit."""

import io
from collections.abc import Callable

from _exercise.places import current

Write = Callable[[str, str], None]
Drop = Callable[[int], None]
Locate = Callable[[str, int, str], None]

_MOST_LOCATED = 1000
"""Characters of a text that are told together with their line."""


class Allowance:
    """What all streams of a run share.

    Attributes:
        left: characters of output that may follow.
        located: whether the lines that print are told.
    """

    def __init__(self) -> None:
        self.left = 0
        self.located = False


class _Bytes(io.RawIOBase):
    """The binary side of a stream: whole UTF-8, errors replaced."""

    def __init__(self, text: 'RunStream') -> None:
        super().__init__()
        self._text = text

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:
        content = bytes(data)
        self._text.write(content.decode('utf-8', 'replace'))
        return len(content)


class RunStream(io.TextIOBase):
    """A text stream whose text the realm batches and sends to the host.

    Args:
        name: `stdout` or `stderr`.
        allowance: shared by the streams of a run; what exceeds it is counted and never crosses to JavaScript.
        locate: told which line of the learner's prints, where the run wants it.
    """

    def __init__(
        self, name: str, allowance: Allowance, write: Write, drop: Drop, locate: Locate | None = None
    ) -> None:
        super().__init__()
        self._name = name
        self._allowance = allowance
        self._write = write
        self._drop = drop
        self._locate = locate
        self._open = ''
        self._bytes = _Bytes(self)

    @property
    def name(self) -> str:
        return f'<{self._name}>'

    @property
    def buffer(self) -> io.RawIOBase:
        return self._bytes

    @property
    def encoding(self) -> str:  # pyright: ignore[reportIncompatibleVariableOverride]
        return 'utf-8'

    @property
    def errors(self) -> str:  # pyright: ignore[reportIncompatibleVariableOverride]
        return 'replace'

    def writable(self) -> bool:
        return True

    def isatty(self) -> bool:
        return False

    def close(self) -> None:
        """Does nothing: the next thing printed must still be seen."""

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        if self._allowance.located and self._locate is not None:
            self._tell(text)
        left = self._allowance.left
        if len(text) <= left:
            self._allowance.left = left - len(text)
            if text:
                self._write(self._name, text)
        else:
            self._allowance.left = 0
            if left:
                self._write(self._name, text[:left])
            self._drop(len(text) - left)
        return len(text)

    def _tell(self, text: str) -> None:
        """Tells a text once it ends with a line feed, as what `print` writes does."""
        if not text.endswith('\n'):
            self._open = (self._open + text)[:_MOST_LOCATED]
            return
        place = current()
        if place is not None and self._locate is not None and self._allowance.left > 0:
            self._locate(place[0], place[1], self._open + text[:_MOST_LOCATED])
        self._open = ''
