"""A small matplotlib: figures go into the panel. What it cannot do it says by name."""

from typing import Any

from .settings import rcParams

__version__ = '3.9.0+d2l.exercises'


def use(backend: str, *, force: bool = True) -> None:
    """Has no effect: figures go into the panel."""


def rc(group: str, **kwargs: Any) -> None:
    """Sets several of `rcParams`."""
    for name, value in kwargs.items():
        rcParams[f'{group}.{name}'] = value


def __getattr__(name: str) -> Any:
    raise AttributeError(f'D2L Exercises does not support matplotlib.{name}')
