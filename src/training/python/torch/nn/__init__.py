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
    from ._later import load

    found = globals()[name] = load('torch.nn', name)
    return found


def __dir__() -> list[str]:
    from ._later import OWNERS

    return sorted({*globals(), *OWNERS['torch.nn']})
