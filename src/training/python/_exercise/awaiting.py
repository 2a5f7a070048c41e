"""`await` at the top level of a notebook's cell: an event loop without files and sockets to wait for."""

import asyncio
import time
from collections.abc import Coroutine
from typing import Any

__all__ = ['EventLoop', 'finish']


class _Waiting:
    """In place of a selector: nothing comes from outside, so all there is to wait for is time."""

    def select(self, timeout: float | None = None) -> list[Any]:
        if timeout is None:
            raise RuntimeError('this would wait for ever: nothing that is awaited can happen any more')
        if timeout > 0:
            time.sleep(timeout)
        return []

    def close(self) -> None:
        pass


class EventLoop(asyncio.BaseEventLoop):
    """Runs coroutines and timers in the thread that calls it."""

    def __init__(self) -> None:
        super().__init__()
        self._selector = _Waiting()

    def _process_events(self, event_list: list[Any]) -> None:
        """There are none."""

    def _write_to_self(self) -> None:
        """Nobody calls from another thread."""


def finish(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Runs a coroutine to its end and returns its value."""
    loop = EventLoop()
    # The interpreter's own loop counts as running; it is JavaScript's, and cannot be waited for.
    around = asyncio._get_running_loop()
    asyncio._set_running_loop(None)
    try:
        return loop.run_until_complete(coroutine)
    finally:
        loop.close()
        asyncio._set_running_loop(around)
