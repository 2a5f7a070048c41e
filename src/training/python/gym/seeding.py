"""Random streams that environments and spaces draw from."""

import hashlib
import random

from . import error

__all__ = ['RandomState', 'np_random']

_WORD = 32


class RandomState:
    """A stream of the Mersenne Twister, drawn from as numpy's `RandomState` does."""

    def __init__(self) -> None:
        self._twister = random.Random()

    def seed(self, seed: int) -> None:
        """Starts the stream that numpy starts with this number."""
        from numpy.random import mt19937

        self._twister.setstate(mt19937.state_of(seed))

    def start(self, words: int) -> None:
        """Starts the stream whose key is a number of many bits."""
        self._twister.seed(words)

    def rand(self) -> float:
        """A number in [0, 1)."""
        return self._twister.random()

    def randint(self, high: int) -> int:
        """A whole number from 0 to `high` - 1."""
        bits = (high - 1).bit_length()
        if bits == 0:
            return 0
        while True:
            # The low bits of a word, drawn again where they are too large.
            drawn = self._twister.getrandbits(_WORD) & ((1 << bits) - 1)
            if drawn < high:
                return drawn


def np_random(seed: int | None = None) -> tuple[RandomState, int]:
    """A stream that belongs to a seed, and the seed; to None belongs another each time.

    Raises:
        Error: unless the seed is a whole number from 0.
    """
    if seed is not None and not (isinstance(seed, int) and seed >= 0):
        raise error.Error(f'Seed must be a non-negative integer or omitted, not {seed}')
    chosen = random.SystemRandom().getrandbits(64) if seed is None else seed % 2**64
    stream = RandomState()
    # Seeds beside each other would start streams that resemble each other.
    stream.start(int.from_bytes(hashlib.sha512(str(chosen).encode()).digest()[:8], 'little'))
    return stream, chosen
