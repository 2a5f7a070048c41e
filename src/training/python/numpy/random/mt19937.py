"""The stream of numpy's legacy generator, the Mersenne Twister, and what is drawn from it bit by bit."""

import math
import random as _random
from collections.abc import Callable
from typing import Any

import torch
from torch import _operations

from ..dtypes import float64
from ..multiarray import ndarray

__all__ = ['below', 'filled', 'gauss', 'get_state', 'many', 'seed', 'set_state', 'state_of', 'uniform_double']

_MANY = 256
"""So many numbers are drawn by the engine."""

_twister = _random.Random()
_cached: list[float] = []
_WORDS = 624

uniform_double = _twister.random
"""A number in [0, 1)."""


def seed(seed: int | None = None) -> None:
    """Starts the stream that belongs to a seed."""
    _cached.clear()
    if seed is None:
        _twister.seed()
        return
    _twister.setstate(state_of(seed))


def state_of(seed: int) -> tuple[int, tuple[int, ...], None]:
    """How Python's generator stands where numpy's has just been given a seed."""
    word = seed & 0xFFFFFFFF
    state = [word]
    for i in range(1, _WORDS):
        word = (1812433253 * (word ^ (word >> 30)) + i) & 0xFFFFFFFF
        state.append(word)
    return 3, (*state, _WORDS), None


def get_state(legacy: bool = True) -> tuple[str, ndarray, int, int, float]:
    """Where the stream is: its name, its 624 words, the place among them, and a normal number that waits."""
    words = _twister.getstate()[1]
    keys = ndarray._of(torch.tensor(words[:-1]))
    return 'MT19937', keys, words[-1], len(_cached), _cached[0] if _cached else 0.0


def set_state(state: Any) -> None:
    """Puts the stream where `get_state` found it.

    Raises:
        ValueError: when it is the state of another generator.
    """
    name, keys, place, *waiting = state
    if name != 'MT19937' or len(keys) != _WORDS:
        raise ValueError('set_state can only be used with legacy MT19937 state instances.')
    _twister.setstate((3, (*(int(key) for key in keys), int(place)), None))
    _cached[:] = [float(waiting[1])] if waiting and waiting[0] else []


def gauss() -> float:
    """A standard normal number by Marsaglia's polar method, which makes two at a time."""
    if _cached:
        return _cached.pop()
    while True:
        x1 = 2.0 * _twister.random() - 1.0
        x2 = 2.0 * _twister.random() - 1.0
        r2 = x1 * x1 + x2 * x2
        if 0.0 < r2 < 1.0:
            break
    f = math.sqrt(-2.0 * math.log(r2) / r2)
    _cached.append(f * x1)
    return f * x2


def many(size: Any, normal: bool) -> Any:
    """Standard normal or uniform numbers of a size, as a tensor; None where they are too few for it."""
    shape: tuple[int, ...] = () if size is None else (size,) if isinstance(size, int) else tuple(size)
    count = math.prod(shape)
    if count < _MANY:
        return None
    version, words, _ = _twister.getstate()
    spare = _cached.pop() if normal and _cached else None
    state = torch.tensor(words, dtype=torch.int64)
    numbers, after, rest = _operations._numpy_draws(state, count, normal, spare)
    _twister.setstate((version, tuple(after.tolist()), None))
    _cached.extend(rest.tolist())
    return numbers.reshape(shape)


def below(most: int) -> int:
    """A number from 0 to `most`, by drawing the bits needed until they fit."""
    if most == 0:
        return 0
    mask = (1 << most.bit_length()) - 1
    while True:
        drawn = _twister.getrandbits(32)
        if most > 0xFFFFFFFF:
            drawn |= _twister.getrandbits(32) << 32
        if drawn & mask <= most:
            return drawn & mask


def filled(draw: Callable[[], Any], size: Any, kind: Any = torch.float64) -> Any:
    """One draw, or an array of a size and dtype with a draw for each element, in row-major order."""
    if size is None:
        value = draw()
        return float64(value) if kind is torch.float64 else int(value)
    shape = (size,) if isinstance(size, int) else tuple(size)
    values = [draw() for _ in range(math.prod(shape))]
    return ndarray._of(torch.tensor(values, dtype=kind).reshape(shape))
