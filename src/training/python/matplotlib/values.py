"""Turns what exercises draw into lists of Python floats, and those into JSON."""

import math
from typing import Any

__all__ = ['array_of', 'as_list', 'columns', 'numbers', 'plain', 'reals', 'shape']


def numbers(values: Any) -> list[float]:
    """A tensor, an array, a sequence or a number as a flat list."""
    listed = as_list(values)
    if not isinstance(listed, list):
        return [float(listed)]
    flat: list[float] = []
    for item in listed:
        if isinstance(item, list) or (hasattr(item, '__len__') and not isinstance(item, str)):
            flat += numbers(item)
        else:
            flat.append(math.nan if item is None else float(item))
    return flat


def array_of(values: Any) -> Any:
    """Numbers as numpy holds them: integers where all are whole, else floats, None being no number."""
    import numpy as np

    if hasattr(values, 'requires_grad'):
        return values.numpy()
    if isinstance(values, np.ndarray):
        return values
    listed = as_list(values)
    if not isinstance(listed, list):
        return np.array(listed)
    if _are_whole(listed):
        return np.array(listed)
    return np.array(numbers(listed), dtype=np.float64).reshape(shape(listed))


def _are_whole(items: list[Any]) -> bool:
    return bool(items) and all(
        _are_whole(item) if isinstance(item, list) else type(item) in (int, bool) for item in items
    )


def plain(values: Any) -> list[Any]:
    """As `numbers`, but whole numbers stay so."""
    listed = as_list(values)
    if not isinstance(listed, list):
        return [listed.item() if hasattr(listed, 'item') else listed]
    return [one for item in listed for one in plain(item)]


def columns(values: Any) -> list[list[float]]:
    """A vector as one list, a matrix as one list for each of its columns."""
    listed = as_list(values)
    if isinstance(listed, list) and listed and _has_length(listed[0]):
        rows = [numbers(row) for row in listed]
        return [list(column) for column in zip(*rows, strict=True)]
    return [numbers(listed)]


def shape(values: Any) -> tuple[int, ...]:
    """The lengths of nested lists."""
    sizes: list[int] = []
    item = as_list(values)
    while isinstance(item, list):
        sizes.append(len(item))
        item = as_list(item[0]) if item else None
    return tuple(sizes)


def as_list(values: Any) -> Any:
    """An array-like as nested lists; PyTorch's error for a tensor that is being recorded."""
    if hasattr(values, 'requires_grad'):
        values = values.numpy()
    if hasattr(values, 'tolist'):
        return values.tolist()
    if type(values) is list:
        return values
    if isinstance(values, (tuple, range, zip, map)) or hasattr(values, '__next__'):
        return list(values)
    if hasattr(values, 'keys') and hasattr(values, 'values'):
        return list(values)
    if hasattr(values, '__iter__') and hasattr(values, '__len__') and not isinstance(values, (str, bytes)):
        return list(values)
    return values


def _has_length(item: Any) -> bool:
    return hasattr(item, '__len__') and not isinstance(item, str) and getattr(item, 'ndim', 1) > 0


def reals(values: list[float]) -> list[Any]:
    """JSON has no infinities and no NaN: the protocol spells them."""
    return [value if math.isfinite(value) else _spelled(value) for value in values]


def _spelled(value: float) -> str:
    if math.isnan(value):
        return 'nan'
    return 'inf' if value > 0 else '-inf'
