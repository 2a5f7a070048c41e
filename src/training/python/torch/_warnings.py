"""Warnings that PyTorch gives once in a process, here once in a run."""

import warnings

__all__ = ['warn_once']

_given: set[str] = set()


def warn_once(message: str, stacklevel: int = 2) -> None:
    """Warns the caller's caller, unless the same was said in this run before.

    Args:
        message: in PyTorch's words.
        stacklevel: of the call that is to be named, as in `warnings.warn`, seen from the caller.
    """
    if message not in _given:
        _given.add(message)
        warnings.warn(message, UserWarning, stacklevel + 1)
