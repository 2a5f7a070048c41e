"""What is printed after a run's output went over its limit: the end of it is kept, the rest is counted."""

import json
from collections.abc import Callable
from time import perf_counter

__all__ = ['HandOver', 'Overflow', 'Piece', 'longest_line']

Piece = tuple[str, str]
"""A stream and what was written to it."""

HandOver = Callable[[str, int, int], None]
"""Gets the end as JSON of pieces, and how many characters and line feeds are left out before it."""

_PAUSE = 0.25
"""Seconds between two times that the end is handed over while the run goes on."""

_PACE = 100_000
"""Characters that are handed over in a second."""


def longest_line(most: int) -> int:
    """Characters by which a cut may be moved to the end of its line, where so many are kept."""
    return min(1000, most // 10)


class Overflow:
    """The last characters of an output of any length, in bounded memory.

    What is kept and what is counted change in one step, so that Stop finds them in agreement at any moment.

    Args:
        hand_over: gets what is kept, now and then while it changes and when it is to be told.
    """

    def __init__(self, hand_over: HandOver) -> None:
        self._hand_over = hand_over
        self.begin(0)

    def begin(self, most: int) -> None:
        """Starts over.

        Args:
            most: characters that are kept.
        """
        self._most = most
        self._kept: tuple[list[Piece], int, int] = ([], 0, 0)
        self._added = 0
        self._due = 0.0
        self._is_told = True

    def add(self, stream: str, text: str) -> None:
        """Takes in what was written to a stream."""
        self._kept[0].append((stream, text))
        self._is_told = False
        self._added += len(text)
        if self._added > self._most:
            self._shorten()
        if perf_counter() >= self._due:
            self.tell()

    def tell(self) -> None:
        """Hands over what is kept, if there is anything new."""
        if self._is_told:
            return
        self._shorten()
        pieces, characters, lines = self._kept
        self._hand_over(json.dumps(pieces), characters, lines)
        self._is_told = True
        self._due = perf_counter() + max(_PAUSE, self._most / _PACE)

    def _shorten(self) -> None:
        pieces, characters, lines = self._kept
        kept = _joined(pieces)
        left_out = _cut_front(kept, self._most)
        self._kept = (
            kept,
            characters + sum(map(len, left_out)),
            lines + sum(text.count('\n') for text in left_out),
        )
        self._added = 0


def _joined(pieces: list[Piece]) -> list[Piece]:
    """One piece of neighbours of the same stream."""
    joined: list[tuple[str, list[str]]] = []
    for stream, text in pieces:
        if joined and joined[-1][0] == stream:
            joined[-1][1].append(text)
        else:
            joined.append((stream, [text]))
    return [(stream, ''.join(texts)) for stream, texts in joined]


def _cut_front(pieces: list[Piece], most: int) -> list[str]:
    """Takes what is over the bound from the front, and if it is short the rest of the line that was cut.

    Returns:
        The texts that were taken.
    """
    excess = sum(len(text) for _, text in pieces) - most
    left_out: list[str] = []
    while excess > 0 and pieces:
        stream, text = pieces.pop(0)
        cut = excess
        if excess < len(text) and text[excess - 1] != '\n':
            cut = text.find('\n', excess, excess + longest_line(most)) + 1 or excess
        left_out.append(text[:cut])
        excess -= len(text)
        if cut < len(text):
            pieces.insert(0, (stream, text[cut:]))
    return left_out
