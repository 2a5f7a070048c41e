"""torch.save and torch.load: pickles in the run's own files."""

import os
import pickle
from typing import Any

__all__ = ['load', 'save']


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
    """Reads what `save` wrote."""
    if hasattr(f, 'read'):
        return pickle.load(f)
    with open(f, 'rb') as file:
        return pickle.load(file)
