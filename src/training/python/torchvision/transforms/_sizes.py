"""Sizes of pictures as programs name them."""

import numbers
from typing import Any

__all__ = ['size_of']


def size_of(size: Any, what: str) -> tuple[int, int]:
    """Height and width of one number or of two.

    Raises:
        ValueError: with the text `what`, for more.
    """
    if isinstance(size, numbers.Number):
        return int(size), int(size)  # type: ignore[call-overload]
    if len(size) == 1:
        return size[0], size[0]
    if len(size) != 2:
        raise ValueError(what)
    return size
