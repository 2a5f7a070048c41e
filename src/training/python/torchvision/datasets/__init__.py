"""Data sets from files that are there."""

import importlib
from typing import Any

from . import _collected
from .mnist import MNIST, FashionMNIST

__all__ = ['MNIST', 'FashionMNIST']


def __getattr__(name: str) -> Any:
    if name in _collected.LATE:
        return getattr(importlib.import_module(_collected.LATE[name]), name)
    if name in _collected.MODULES:
        return importlib.import_module(f'torchvision.datasets.{name}')
    if name.startswith('__'):
        raise AttributeError(f"module 'torchvision.datasets' has no attribute '{name}'")
    raise AttributeError(f'D2L Exercises does not support torchvision.datasets.{name}')
