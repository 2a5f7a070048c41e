"""`sys.stdout` and `sys.stderr` of a run: straight to the realm up to half of its limit, then its end."""

import io
from collections.abc import Callable

from _exercise.overflow import HandOver, Overflow, longest_line
from _exercise.places import current

__all__ = ['Allowance', 'Locate', 'RunStream', 'Write']

Write = Callable[[str, str], None]
Locate = Callable[[str, int, str], None]

_MOST_LOCATED = 1000
"""Characters of a text that are told together with their line."""


class Allowance:
    """What all streams of a run share.

    Args:
        hand_over: gets the end of what is more than may be sent.

    Attributes:
        most: characters of the limit.
        left: characters that may still be sent at once.
        is_over: whether the end of what is written is kept from now on.
        overflow: keeps it.
        located: whether the lines that print are told.
    """

    def __init__(self, hand_over: HandOver) -> None:
        self.overflow = Overflow(hand_over)
        self.begin(0, located=False)

    def begin(self, characters: int, located: bool) -> None:
        """Starts over for a run: half of its limit is for the beginning of its output, half for its end."""
        self.most = characters
        self.left = characters - characters // 2
        self._room = self.left + longest_line(self.left)
        self.is_over = False
        self.overflow.begin(characters // 2)
        self.located = located

    def take(self, text: str) -> str:
        """What of a text may be sent at once: all, or its beginning up to the end of a line that is near."""
        end = 0 if len(text) <= self.left else text.find('\n', self.left, self._room) + 1
        if end == 0 and len(text) <= self._room:
            self.left = max(0, self.left - len(text))
            self._room -= len(text)
            return text
        self.is_over = True
        return text[: end or self.left]


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
        allowance: shared by the streams of a run.
        locate: told which line of the learner's prints, where the run wants it.
    """

    def __init__(self, name: str, allowance: Allowance, write: Write, locate: Locate | None = None) -> None:
        super().__init__()
        self._name = name
        self._allowance = allowance
        self._write = write
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
        """Sends a piece of text to the run's output; returns its length.

        Raises:
            TypeError: for what is no text.
        """
        if not isinstance(text, str):
            raise TypeError(f'write() argument must be str, not {type(text).__name__}')
        if self._allowance.located and self._locate is not None:
            self._tell(text)
        allowance = self._allowance
        if not allowance.is_over:
            sent = allowance.take(text)
            if sent:
                self._write(self._name, sent)
            if len(sent) < len(text):
                allowance.overflow.add(self._name, text[len(sent) :])
        elif text:
            allowance.overflow.add(self._name, text)
        return len(text)

    def _tell(self, text: str) -> None:
        """Tells a text once it ends with a line feed, as what `print` writes does."""
        if not text.endswith('\n'):
            self._open = (self._open + text)[:_MOST_LOCATED]
            return
        place = current()
        if place is not None and self._locate is not None:
            self._locate(place[0], place[1], self._open + text[:_MOST_LOCATED])
        self._open = ''
