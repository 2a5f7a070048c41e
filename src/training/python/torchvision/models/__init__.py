"""Networks of torchvision, with random weights."""

import importlib
from typing import Any

from . import _collected

__all__ = []

_MODULES = ('resnet', 'vgg')


def __getattr__(name: str) -> Any:
    if name in _collected.LATE:
        # Kept, for the import has put the module `alexnet` where the function of that name belongs.
        globals()[name] = getattr(importlib.import_module(_collected.LATE[name]), name)
        return globals()[name]
    if name in _MODULES:
        return importlib.import_module(f'torchvision.models.{name}')
    if name.startswith('__'):
        raise AttributeError(f"module 'torchvision.models' has no attribute '{name}'")
    raise AttributeError(f'D2L Exercises does not support torchvision.models.{name}')
