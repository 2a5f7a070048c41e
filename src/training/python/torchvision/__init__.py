"""A part of torchvision: pictures and their transforms, data sets, boxes, networks with random weights."""

import importlib
from typing import Any

__all__ = []

__version__ = '0.24.0+d2l.exercises'

_MODULES = ('datasets', 'io', 'models', 'ops', 'transforms', 'utils')


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return importlib.import_module(f'torchvision.{name}')
    if name.startswith('__'):
        raise AttributeError(f"module 'torchvision' has no attribute '{name}'")
    raise AttributeError(f'D2L Exercises does not support torchvision.{name}')
