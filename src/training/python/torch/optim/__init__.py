"""torch.optim."""

from importlib import import_module
from typing import Any

from . import lr_scheduler
from .adaptive import Adadelta, Adagrad, Adam, AdamW, RMSprop
from .optimizer import Optimizer
from .sgd import SGD

__all__ = ['SGD', 'Adadelta', 'Adagrad', 'Adam', 'AdamW', 'Optimizer', 'RMSprop', 'lr_scheduler']

# Further optimizers, by the module that is imported when one of them is first used.
_FURTHER = {
    'ASGD': 'stepwise',
    'Adamax': 'adam_variants',
    'LBFGS': 'lbfgs',
    'NAdam': 'adam_variants',
    'RAdam': 'adam_variants',
    'Rprop': 'stepwise',
}


def __dir__() -> list[str]:
    return sorted([*globals(), *_FURTHER])


def __getattr__(name: str) -> Any:
    if name in _FURTHER:
        return getattr(import_module(f'torch.optim.{_FURTHER[name]}'), name)
    if name == 'swa_utils':
        return import_module('torch.optim.swa_utils')
    from .._names import missing

    raise missing('torch.optim', name)
