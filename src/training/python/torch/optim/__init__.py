"""torch.optim."""

from typing import Any

from . import lr_scheduler
from .adaptive import Adadelta, Adagrad, Adam, AdamW, RMSprop
from .optimizer import Optimizer
from .sgd import SGD

__all__ = ['SGD', 'Adadelta', 'Adagrad', 'Adam', 'AdamW', 'Optimizer', 'RMSprop', 'lr_scheduler']


def __getattr__(name: str) -> Any:
    from .._names import missing

    raise missing('torch.optim', name)
