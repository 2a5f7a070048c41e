"""torch.nn: layers, losses and containers."""

from importlib import import_module
from typing import Any

from .._names import missing
from . import functional, init, modules, parameter, utils
from ._collected import LATE
from .modules import *  # noqa: F403
from .parameter import Parameter, UninitializedParameter

__all__ = [
    'Parameter',
    'UninitializedParameter',
    'functional',
    'init',
    'modules',
    'parameter',
    *modules.__all__,
    *LATE,
]


def __getattr__(name: str) -> Any:
    if name == 'parallel':
        return import_module('torch.nn.parallel')
    if name not in LATE:
        raise missing('torch.nn', name)
    found = globals()[name] = getattr(import_module(LATE[name]), name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *LATE})
