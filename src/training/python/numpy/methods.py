"""Methods of arrays that are numpy's functions of the same name, found when they are first used."""

from functools import partial
from importlib import import_module
from typing import Any

from ._collected import LATE
from ._names import missing, unsupported
from .multiarray import ndarray

__all__ = ['add_methods']

_FUNCTIONS = """
    argpartition choose compress cumprod diagonal dot nonzero partition ptp put repeat searchsorted swapaxes
    take trace
"""
_ELSEWHERE = {'tobytes': ('numpy.memory', 'to_bytes')}


def _find(self: ndarray, name: str) -> Any:
    if name in _FUNCTIONS.split():
        if name not in LATE:
            raise missing('numpy', name)
        return partial(getattr(import_module(LATE[name]), name), self)
    if name in _ELSEWHERE:
        module, function = _ELSEWHERE[name]
        return partial(getattr(import_module(module), function), self)
    found = None if name.startswith('_') else unsupported('numpy.ndarray', name)
    raise AttributeError(found or f"'numpy.ndarray' object has no attribute '{name}'")


def add_methods() -> None:
    """Lets arrays find further methods by name, and say of others why they are not there."""
    ndarray.__getattr__ = _find
