"""A small part of scipy: `stats`, `spatial`, `optimize` and `special`, as far as the book uses them."""

import importlib
from typing import Any

from _known import missing

__all__ = []

__version__ = '1.10.1+d2l.exercises'

_MODULES = ('optimize', 'spatial', 'special', 'stats')


def __getattr__(name: str) -> Any:
    if name in _MODULES:
        return importlib.import_module(f'scipy.{name}')
    raise missing('scipy', name)
