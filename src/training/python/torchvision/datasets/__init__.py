"""Data sets from files that are there."""

import importlib
from typing import Any

from .mnist import MNIST, FashionMNIST

__all__ = ['MNIST', 'FashionMNIST']

_LATE = {
    'CIFAR10': 'cifar',
    'CIFAR100': 'cifar',
    'DatasetFolder': 'folder',
    'ImageFolder': 'folder',
    'cifar': '',
    'folder': '',
}
"""Name -> the module that has it, imported when it is first asked for."""


def __getattr__(name: str) -> Any:
    if name in _LATE:
        module = importlib.import_module(f'torchvision.datasets.{_LATE[name] or name}')
        return getattr(module, name) if _LATE[name] else module
    if name.startswith('__'):
        raise AttributeError(f"module 'torchvision.datasets' has no attribute '{name}'")
    raise AttributeError(f'D2L Exercises does not support torchvision.datasets.{name}')
