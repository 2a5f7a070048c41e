"""Functions of torch made of several operations of the engine."""

import builtins
from typing import Any

from . import _operations


def vander(x: Any, N: int | None = None, increasing: bool = False) -> Any:
    """The powers of a vector's elements: column j has power N - 1 - j, or j when increasing."""
    count = x.shape[0] if N is None else N
    powers = _operations.arange(count)
    return x.unsqueeze(-1) ** (powers if increasing else count - 1 - powers)


def unique(
    input: Any,
    sorted: bool = True,
    return_inverse: bool = False,
    return_counts: bool = False,
    dim: int | None = None,
) -> Any:
    """The distinct elements in ascending order; on request where each is, and how often.

    Raises:
        NotImplementedError: when `dim` is given.
    """
    if dim is not None:
        raise NotImplementedError('D2L Exercises does not support unique(dim=…)')
    from ._construct import tensor

    values = input.reshape(-1).tolist()
    distinct = builtins.sorted(set(values))
    result = [tensor(distinct, dtype=input.dtype)]
    place = {value: position for position, value in enumerate(distinct)}
    if return_inverse:
        result.append(tensor([place[value] for value in values]).reshape(input.shape))
    if return_counts:
        counts = [0] * len(distinct)
        for value in values:
            counts[place[value]] += 1
        result.append(tensor(counts))
    return result[0] if len(result) == 1 else tuple(result)


def unique_consecutive(
    input: Any, return_inverse: bool = False, return_counts: bool = False, dim: int | None = None
) -> Any:
    """The elements without repeats of their predecessor; on request where each is, and how often.

    Raises:
        NotImplementedError: when `dim` is given.
    """
    if dim is not None:
        raise NotImplementedError('D2L Exercises does not support unique_consecutive(dim=…)')
    from ._construct import tensor

    kept: list[Any] = []
    counts: list[int] = []
    places: list[int] = []
    for value in input.reshape(-1).tolist():
        if kept and kept[-1] == value:
            counts[-1] += 1
        else:
            kept.append(value)
            counts.append(1)
        places.append(len(kept) - 1)
    result = [tensor(kept, dtype=input.dtype)]
    if return_inverse:
        result.append(tensor(places).reshape(input.shape))
    if return_counts:
        result.append(tensor(counts))
    return result[0] if len(result) == 1 else tuple(result)


METHODS = ['unique', 'unique_consecutive']
"""What tensors have as methods too."""


class Composites:
    """The methods of tensors among these functions."""

    __slots__ = ()


for _name in METHODS:
    setattr(Composites, _name, globals()[_name])

__all__ = [
    name
    for name, value in dict(globals()).items()
    if not name.startswith('_')
    and callable(value)
    and getattr(value, '__module__', '') == __name__
    and name not in ('Composites', 'diagonal_positions')
]
