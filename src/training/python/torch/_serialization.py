"""torch.save and torch.load: pickles in the run's own files."""

import importlib
import os
import pickle
from typing import Any

__all__ = ['load', 'save']

_ARCHIVE = b'PK\x03\x04'
"""How a zip file begins: PyTorch's own format."""


def save(obj: Any, f: Any, *_: Any, **__: Any) -> None:
    """Writes an object with its tensors into a file of the run, or a file object.

    The format is Python's pickle; PyTorch itself cannot read it.

    Raises:
        RuntimeError: for a file in a folder that does not exist.
    """
    if hasattr(f, 'write'):
        pickle.dump(obj, f)
        return
    folder = os.path.dirname(os.fspath(f))
    if folder and not os.path.isdir(folder):
        raise RuntimeError(f'Parent directory {folder} does not exist.')
    with open(f, 'wb') as file:
        pickle.dump(obj, file)


def load(f: Any, map_location: Any = None, *, weights_only: bool | None = None, **_: Any) -> Any:
    """Reads what `save` wrote, here or in PyTorch.

    Raises:
        UnpicklingError: when it is no such file.
    """
    if hasattr(f, 'read'):
        return _loaded(f)
    with open(f, 'rb') as file:
        return _loaded(file)


def _loaded(file: Any) -> Any:
    start = file.tell()
    is_archive = file.read(len(_ARCHIVE)) == _ARCHIVE
    file.seek(start)
    return importlib.import_module('torch._archives').read(file) if is_archive else pickle.load(file)
