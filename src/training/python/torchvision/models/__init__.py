"""Networks of torchvision, with random weights."""

import importlib
from typing import Any

__all__ = []

_MODULES = ('alexnet', 'resnet', 'vgg')
"""The modules, imported when one of their names is first asked for."""


def __getattr__(name: str) -> Any:
    if name.startswith('__'):
        raise AttributeError(f"module 'torchvision.models' has no attribute '{name}'")
    for each in _MODULES:
        module = importlib.import_module(f'torchvision.models.{each}')
        if name in module.__all__:
            return getattr(module, name)
    if name in _MODULES:
        return importlib.import_module(f'torchvision.models.{name}')
    raise AttributeError(f'D2L Exercises does not support torchvision.models.{name}')
