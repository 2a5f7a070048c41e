"""torch.special."""

from typing import Any

from .. import _operations_special
from .._operations_special import *  # noqa: F403

__all__ = _operations_special.__all__


def __getattr__(name: str) -> Any:
    from .._names import missing

    raise missing('torch.special', name)
