"""Methods of arrays that are numpy's functions of the same name, found when they are first used."""

import importlib
from functools import partial
from typing import Any

_FUNCTIONS = """
    argpartition choose compress cumprod diagonal nonzero partition ptp repeat searchsorted swapaxes take
    trace
"""


def find(array: Any, name: str) -> Any:
    """The method of that name.

    Raises:
        AttributeError: arrays have none, or it is not supported.
    """
    if name in _FUNCTIONS.split():
        return partial(getattr(importlib.import_module('numpy'), name), array)
    from ._names import unsupported

    found = None if name.startswith('_') else unsupported('numpy.ndarray', name)
    raise AttributeError(found or f"'numpy.ndarray' object has no attribute '{name}'")
