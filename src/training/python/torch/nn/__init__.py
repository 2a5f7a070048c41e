"""torch.nn: layers, losses and containers."""

from typing import Any

from . import functional, init, modules, parameter, utils
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
]


def __getattr__(name: str) -> Any:
    from .._names import missing

    raise missing('torch.nn', name)
