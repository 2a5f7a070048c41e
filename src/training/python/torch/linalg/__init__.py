"""torch.linalg."""

from typing import Any

from .. import _operations_linalg
from .._handle import LinAlgError
from .._operations_linalg import *  # noqa: F403

__all__ = ['LinAlgError', *_operations_linalg.__all__]


def __getattr__(name: str) -> Any:
    from .._names import missing

    raise missing('torch.linalg', name)
