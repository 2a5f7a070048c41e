"""torch.utils."""

from typing import Any

from . import data

__all__ = ['data']


def __getattr__(name: str) -> Any:
    from .._names import missing

    raise missing('torch.utils', name)
