"""Tuples, lists and dictionaries of tensors, nested as one likes."""

from collections.abc import Callable
from typing import Any

from ._handle import Handle

__all__ = ['leaves', 'mapped']


def mapped(change: Callable[[Any], Any], tree: Any) -> Any:
    """Tuples, lists and dictionaries with every tensor replaced."""
    if isinstance(tree, dict):
        return {key: mapped(change, value) for key, value in tree.items()}
    if isinstance(tree, (tuple, list)):
        return type(tree)(mapped(change, value) for value in tree)
    return change(tree) if isinstance(tree, Handle) else tree


def leaves(tree: Any) -> list[Any]:
    """All tensors in tuples, lists and dictionaries, in order."""
    found: list[Any] = []
    mapped(lambda tensor: found.append(tensor) or tensor, tree)
    return found
