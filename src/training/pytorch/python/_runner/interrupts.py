"""SIGINT as KeyboardInterrupt in the learner's code, and nowhere else."""

from __future__ import annotations

import signal
import threading
from types import FrameType

__all__ = ['SignalInterrupts', 'interrupt_main', 'shielded']


class SignalInterrupts:
    """Raises KeyboardInterrupt for a SIGINT while it is entered.

    Attributes:
        came: whether one did, at any time.
    """

    def __init__(self) -> None:
        self.came = False
        self._is_open = False
        signal.signal(signal.SIGINT, self._heard)
        if hasattr(signal, 'pthread_sigmask'):
            signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})

    def __enter__(self) -> None:
        """One that has come already is raised at once.

        Raises:
            KeyboardInterrupt: the run was told to stop before it began.
        """
        self._is_open = True
        if self.came:
            raise KeyboardInterrupt

    def __exit__(self, *_: object) -> None:
        """Up to here."""
        self._is_open = False

    def _heard(self, _number: int, _frame: FrameType | None) -> None:
        self.came = True
        if self._is_open:
            raise KeyboardInterrupt


def interrupt_main() -> None:
    """Sends SIGINT to this process from a thread, so that a main thread that sleeps wakes up."""
    if hasattr(signal, 'pthread_kill'):
        signal.pthread_kill(threading.main_thread().ident or 0, signal.SIGINT)
    else:
        signal.raise_signal(signal.SIGINT)


def shielded() -> None:
    """Signals go to other threads than the one that calls."""
    if hasattr(signal, 'pthread_sigmask'):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
