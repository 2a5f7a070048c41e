"""The run under way, for those who report of it (`_engine`)."""

from __future__ import annotations

from collections.abc import Callable

from _runner.fits import Fits
from _runner.loops import TrainingLoops
from _runner.sending import Sending

__all__ = ['begin', 'connect', 'fits', 'loops', 'sending']

sending: Sending
fits: Fits
loops: TrainingLoops


def connect(send: Callable[[str], None]) -> None:
    """Says where messages go.

    Args:
        send: takes a line without its end.
    """
    global sending
    sending = Sending(send)
    begin(0, 0)


def begin(run: int, characters: int) -> None:
    """A run begins.

    Args:
        run: its id.
        characters: of output that are kept.
    """
    global fits, loops
    sending.begin(run, characters)
    fits = Fits(sending)
    loops = TrainingLoops(fits)
