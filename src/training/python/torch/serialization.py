"""torch.serialization: what may be made of a file of weights."""

from typing import Any

from ._serialization import load, safe, save

__all__ = ['add_safe_globals', 'clear_safe_globals', 'get_safe_globals', 'load', 'safe_globals', 'save']

_OFFERED_LATE_BY = 'torch'
_OFFERED = []


def add_safe_globals(safe_globals: list[Any]) -> None:
    """Lets `torch.load(…, weights_only=True)` make objects of further classes."""
    safe.extend(safe_globals)


def get_safe_globals() -> list[Any]:
    """The classes that were allowed."""
    return list(safe)


def clear_safe_globals() -> None:
    """Allows none any more."""
    safe.clear()


class safe_globals:
    """Allows further classes inside a `with` block.

    Args:
        safe_globals: the classes.
    """

    def __init__(self, safe_globals: list[Any]) -> None:
        self._wanted = safe_globals
        self._before: list[Any] = []

    def __enter__(self) -> None:
        self._before = get_safe_globals()
        add_safe_globals(self._wanted)

    def __exit__(self, *_: object) -> None:
        safe[:] = self._before
