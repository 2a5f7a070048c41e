"""The stream that numbers are drawn from: the module's own, or that of a generator whose method draws."""

import contextlib
import math
from collections.abc import Callable, Iterator
from typing import Any

import torch

from ..dtypes import float64
from ..multiarray import ndarray
from .mt19937 import Twister

__all__ = [
    'below',
    'exponential_double',
    'filled',
    'gauss',
    'get_state',
    'many',
    'seed',
    'set_state',
    'uniform_double',
    'using',
]

_MANY = 256
"""So many numbers are drawn by the engine."""

_own = Twister()
_streams: list[Any] = [_own]

seed, get_state_of, set_state = _own.seed, _own.get_state, _own.set_state


def get_state(legacy: bool = True) -> Any:
    """Where the module's stream is: its name, its words, the place among them, a normal number that waits."""
    return get_state_of()


@contextlib.contextmanager
def using(stream: Any) -> Iterator[None]:
    """Draws from another stream inside a `with` block."""
    _streams.append(stream)
    try:
        yield
    finally:
        _streams.pop()


def uniform_double() -> float:
    """A number in [0, 1)."""
    return _streams[-1].uniform()


def gauss() -> float:
    """A standard normal number."""
    return _streams[-1].gauss()


def exponential_double() -> float:
    """A standard exponential number."""
    return _streams[-1].exponential()


def below(most: int) -> int:
    """A number from 0 to `most`."""
    return _streams[-1].below(most)


def many(size: Any, normal: bool) -> Any:
    """Standard normal or uniform numbers of a size, as a tensor; None where they are too few for it."""
    shape: tuple[int, ...] = () if size is None else (size,) if isinstance(size, int) else tuple(size)
    count = math.prod(shape)
    return None if count < _MANY else _streams[-1].many(count, normal).reshape(shape)


def filled(draw: Callable[[], Any], size: Any, kind: Any = torch.float64) -> Any:
    """One draw, or an array of a size and dtype with a draw for each element, in row-major order."""
    if size is None:
        value = draw()
        return float64(value) if kind is torch.float64 else int(value)
    shape = (int(size),) if hasattr(size, '__index__') else tuple(int(each) for each in size)
    values = [draw() for _ in range(math.prod(shape))]
    return ndarray._of(torch.tensor(values, dtype=kind).reshape(shape))
