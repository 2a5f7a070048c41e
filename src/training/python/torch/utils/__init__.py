"""torch.utils."""

from typing import Any

from . import data

__all__ = ['data']


def __getattr__(name: str) -> Any:
    if name == 'checkpoint':
        from importlib import import_module

        return import_module('torch.utils.checkpoint')
    from .._names import missing

    raise missing('torch.utils', name)
