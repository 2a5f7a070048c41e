"""torch.distributions."""

from importlib import import_module
from typing import Any

from .._names import missing
from . import _collected

_OFFERED_LATE_BY = 'torch'
_OFFERED = []

__all__ = [*_collected.LATE]


def __dir__() -> list[str]:
    return sorted({*globals(), *_collected.LATE, *_collected.MODULES})


def __getattr__(name: str) -> Any:
    late = _collected.LATE
    if name in late:
        return getattr(import_module(late[name]), name)
    module = f'torch.distributions.{name}'
    if name in _collected.MODULES or module in late.values():
        return import_module(module)
    raise missing('torch.distributions', name)
