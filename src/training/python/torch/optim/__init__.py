"""torch.optim."""

from typing import Any

from . import lr_scheduler
from .optimizer import Optimizer
from .sgd import SGD

__all__ = ['SGD', 'Optimizer', 'lr_scheduler']


def __getattr__(name: str) -> Any:
    from .._names import missing

    raise missing('torch.optim', name)
