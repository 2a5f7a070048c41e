"""numpy.random: numpy's own streams of its legacy generator (MT19937)."""

from importlib import import_module
from typing import Any

from .._names import missing
from . import _collected
from ._collected import *  # noqa: F403
from .streams import get_state, seed, set_state

__all__ = [*_collected.__all__, *_collected.LATE, 'get_state', 'seed', 'set_state']


def __dir__() -> list[str]:
    return sorted({*globals(), *_collected.LATE})


def __getattr__(name: str) -> Any:
    if name in _collected.LATE:
        return getattr(import_module(_collected.LATE[name]), name)
    raise missing('numpy.random', name)
