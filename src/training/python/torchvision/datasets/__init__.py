"""MNIST and Fashion-MNIST from files that are there; other data sets are not supported."""

from typing import Any

from .mnist import MNIST, FashionMNIST

__all__ = ['MNIST', 'FashionMNIST']


def __getattr__(name: str) -> Any:
    if name.startswith('__'):
        raise AttributeError(f"module 'torchvision.datasets' has no attribute '{name}'")
    raise AttributeError(f'D2L Exercises does not support torchvision.datasets.{name}')
