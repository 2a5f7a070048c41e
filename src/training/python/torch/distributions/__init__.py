"""torch.distributions."""

from importlib import import_module
from typing import Any

from .._names import missing
from . import _collected
from ._collected import *  # noqa: F403

_OFFERED_LATE_BY = 'torch'
_OFFERED = []

__all__ = [*_collected.__all__, *_collected.LATE, *_collected.MODULES]


def __dir__() -> list[str]:
    return sorted({*globals(), *_collected.LATE})


def __getattr__(name: str) -> Any:
    late = _collected.LATE
    if name in late:
        return getattr(import_module(late[name]), name)
    if f'torch.distributions.{name}' in late.values():
        return import_module(f'torch.distributions.{name}')
    raise missing('torch.distributions', name)
