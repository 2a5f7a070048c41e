"""A small torchvision: MNIST's kind of data sets and the transforms that the book's chapters use."""

import importlib
from typing import Any

__all__ = []

__version__ = '0.24.0+d2l.exercises'


def __getattr__(name: str) -> Any:
    if name in ('datasets', 'transforms'):
        return importlib.import_module(f'torchvision.{name}')
    if name.startswith('__'):
        raise AttributeError(f"module 'torchvision' has no attribute '{name}'")
    raise AttributeError(f'D2L Exercises does not support torchvision.{name}')
