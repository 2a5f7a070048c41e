"""torch.amp: operations that choose their own precision."""

from typing import Any

from .autocast_mode import autocast, is_autocast_available
from .grad_scaler import GradScaler

__all__ = ['GradScaler', 'autocast', 'is_autocast_available']


def __getattr__(name: str) -> Any:
    from .._names import missing

    raise missing('torch.amp', name)
