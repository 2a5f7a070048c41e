"""torch.optim."""

from importlib import import_module
from typing import Any

from .._names import missing
from . import _collected, lr_scheduler
from ._collected import *  # noqa: F403

__all__ = [*_collected.__all__, *_collected.LATE, 'lr_scheduler']


def __dir__() -> list[str]:
    return sorted({*globals(), *_collected.LATE})


def __getattr__(name: str) -> Any:
    if name in _collected.LATE:
        return getattr(import_module(_collected.LATE[name]), name)
    if name == 'swa_utils':
        return import_module('torch.optim.swa_utils')
    raise missing('torch.optim', name)
