"""numpy's legacy generator, the Mersenne Twister, and what is drawn from it bit by bit."""

import math
import random as _random
from typing import Any

import torch
from torch import _operations

from ..multiarray import ndarray

__all__ = ['Twister', 'state_of']

_WORDS = 624


def state_of(seed: int) -> tuple[int, tuple[int, ...], None]:
    """How Python's generator stands where numpy's has just been given a seed."""
    word = seed & 0xFFFFFFFF
    state = [word]
    for i in range(1, _WORDS):
        word = (1812433253 * (word ^ (word >> 30)) + i) & 0xFFFFFFFF
        state.append(word)
    return 3, (*state, _WORDS), None


class Twister:
    """A stream of the legacy generator.

    Args:
        seed: where it starts; by the clock when None.
    """

    def __init__(self, seed: int | None = None) -> None:
        self._twister = _random.Random()
        self._cached: list[float] = []
        self.uniform = self._twister.random
        """A number in [0, 1)."""
        if seed is not None:
            self.seed(seed)

    def seed(self, seed: Any = None) -> None:
        """Starts the stream that belongs to a seed.

        Raises:
            ValueError: for a negative one, or one of more than 32 bits.
        """
        self._cached.clear()
        if seed is None:
            self._twister.seed()
            return
        if not 0 <= int(seed) < 2**32:
            raise ValueError('Seed must be between 0 and 2**32 - 1')
        self._twister.setstate(state_of(int(seed)))

    def get_state(self) -> tuple[str, ndarray, int, int, float]:
        """Where the stream is: its name, its 624 words, the place among them, a normal number that waits."""
        words = self._twister.getstate()[1]
        keys = ndarray._of(torch.tensor(words[:-1]))
        waiting = self._cached[0] if self._cached else 0.0
        return 'MT19937', keys, words[-1], len(self._cached), waiting

    def set_state(self, state: Any) -> None:
        """Puts the stream where `get_state` found it.

        Raises:
            ValueError: when it is the state of another generator.
        """
        name, keys, place, *waiting = state
        if name != 'MT19937' or len(keys) != _WORDS:
            raise ValueError('set_state can only be used with legacy MT19937 state instances.')
        self._twister.setstate((3, (*(int(key) for key in keys), int(place)), None))
        self._cached[:] = [float(waiting[1])] if waiting and waiting[0] else []

    def gauss(self) -> float:
        """A standard normal number by Marsaglia's polar method, which makes two at a time."""
        if self._cached:
            return self._cached.pop()
        while True:
            x1 = 2.0 * self.uniform() - 1.0
            x2 = 2.0 * self.uniform() - 1.0
            r2 = x1 * x1 + x2 * x2
            if 0.0 < r2 < 1.0:
                break
        f = math.sqrt(-2.0 * math.log(r2) / r2)
        self._cached.append(f * x1)
        return f * x2

    def exponential(self) -> float:
        """A standard exponential number."""
        return -math.log(1.0 - self.uniform())

    def many(self, count: int, normal: bool) -> Any:
        """Standard normal or uniform numbers, as a tensor."""
        version, words, _ = self._twister.getstate()
        spare = self._cached.pop() if normal and self._cached else None
        state = torch.tensor(words, dtype=torch.int64)
        numbers, after, rest = _operations._numpy_draws(state, count, normal, spare)
        self._twister.setstate((version, tuple(after.tolist()), None))
        self._cached.extend(rest.tolist())
        return numbers

    def below(self, most: int) -> int:
        """A number from 0 to `most`, by drawing the bits needed until they fit."""
        if most == 0:
            return 0
        mask = (1 << most.bit_length()) - 1
        while True:
            drawn = self._twister.getrandbits(32)
            if most > 0xFFFFFFFF:
                drawn |= self._twister.getrandbits(32) << 32
            if drawn & mask <= most:
                return drawn & mask
