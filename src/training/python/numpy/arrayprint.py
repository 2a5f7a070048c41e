"""The text of an array."""

from typing import Any

import _engine

__all__ = ['array_text']


def array_text(tensor: Any) -> str:
    """What `str` gives of an array over a tensor."""
    return _engine.format_array_text(tensor._h)
