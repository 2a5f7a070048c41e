"""The generator of `default_rng`: O'Neill's PCG64, seeded by numpy's SeedSequence."""

import math
import secrets
from collections.abc import Iterator
from typing import Any

import torch
from torch import _operations

__all__ = ['PCG64', 'SeedSequence']

_OFFERED_LATE_BY = 'numpy.random'

_M32 = 0xFFFFFFFF
_M64 = (1 << 64) - 1
_M128 = (1 << 128) - 1
_MULTIPLIER = 0x2360ED051FC65DA44385DF649FCCF645
_POOL = 4


def _hashed(start: int, factor: int) -> Any:
    """A hash of 32-bit words whose constant moves on with each of them."""
    constant = [start]

    def hashed(value: int) -> int:
        value ^= constant[0]
        constant[0] = constant[0] * factor & _M32
        value = value * constant[0] & _M32
        return value ^ value >> 16

    return hashed


def _mixed(x: int, y: int) -> int:
    result = (0xCA01F9DD * x - 0x4973F715 * y) & _M32
    return result ^ result >> 16


class SeedSequence:
    """Spreads a seed over all bits of a generator's state.

    Args:
        entropy: an integer of any size, or several; the system's chance when None.
    """

    def __init__(self, entropy: Any = None, *, spawn_key: Any = ()) -> None:
        self.entropy = secrets.randbits(128) if entropy is None else entropy
        self.spawn_key = tuple(spawn_key)
        self._spawned = 0
        words = list(_words(self.entropy))
        if self.spawn_key:
            words += [0] * (_POOL - len(words)) + [word for key in self.spawn_key for word in _words(key)]
        hashed = _hashed(0x43B0D7E5, 0x931E8875)
        pool = [hashed(words[i] if i < len(words) else 0) for i in range(_POOL)]
        for source in range(_POOL):
            for target in range(_POOL):
                if source != target:
                    pool[target] = _mixed(pool[target], hashed(pool[source]))
        for word in words[_POOL:]:
            for target in range(_POOL):
                pool[target] = _mixed(pool[target], hashed(word))
        self._pool = pool

    def words(self, count: int) -> list[int]:
        """So many words of 64 bits."""
        hashed = _hashed(0x8B51F9DD, 0x58F38DED)
        halves = [hashed(self._pool[i % _POOL]) for i in range(2 * count)]
        return [low | high << 32 for low, high in zip(halves[::2], halves[1::2], strict=True)]

    def spawn(self, n_children: int) -> list['SeedSequence']:
        """Further sequences, independent of this one and of each other."""
        first = self._spawned
        self._spawned += n_children
        return [SeedSequence(self.entropy, spawn_key=(*self.spawn_key, first + i)) for i in range(n_children)]


def _words(value: Any) -> Iterator[int]:
    """32-bit words of integers, the lowest first."""
    if hasattr(value, '__len__'):
        for each in value:
            yield from _words(int(each))
        return
    rest = int(value)
    if rest < 0:
        raise ValueError('expected non-negative integer')
    yield rest & _M32
    while rest := rest >> 32:
        yield rest & _M32


class PCG64:
    """A stream of PCG64 (XSL RR).

    Args:
        seed: an integer, several, a SeedSequence, or None for chance.
    """

    def __init__(self, seed: Any = None) -> None:
        self.seed_seq = seed if isinstance(seed, SeedSequence) else SeedSequence(seed)
        words = self.seed_seq.words(4)
        self._increment = ((words[2] << 64 | words[3]) << 1 | 1) & _M128
        self._state = self._increment  # One step from 0.
        self._state = (self._state + (words[0] << 64 | words[1])) & _M128
        self._step()
        self._half: int | None = None

    def _step(self) -> None:
        self._state = (self._state * _MULTIPLIER + self._increment) & _M128

    def next64(self) -> int:
        """A number of 64 bits."""
        self._step()
        state = self._state
        folded, turn = (state >> 64 ^ state) & _M64, state >> 122
        return (folded >> turn | folded << (64 - turn)) & _M64

    def next32(self) -> int:
        """A number of 32 bits: the lower half of one of 64, then the upper one."""
        if self._half is not None:
            found, self._half = self._half, None
            return found
        number = self.next64()
        self._half = number >> 32
        return number & _M32

    def uniform(self) -> float:
        """A number in [0, 1)."""
        return (self.next64() >> 11) * 2.0**-53

    def gauss(self) -> float:
        """A standard normal number."""
        return self.many(1, True).item()

    def exponential(self) -> float:
        """A standard exponential number, by a ziggurat."""
        while True:
            number = self.next64() >> 3
            layer, steps = number & 0xFF, number >> 8
            ends, heights, sure = _exponential_layers()
            x = steps * (ends[layer] / 2.0**53)
            if steps < sure[layer]:
                return x
            if layer == 0:
                return _TAIL - math.log1p(-self.uniform())
            if (heights[layer - 1] - heights[layer]) * self.uniform() + heights[layer] < math.exp(-x):
                return x

    def many(self, count: int, normal: bool) -> Any:
        """Standard normal or uniform numbers, as a tensor."""
        words = [each >> shift & _M32 for each in (self._state, self._increment) for shift in (0, 32, 64, 96)]
        numbers, after = _operations._numpy_pcg_draws(torch.tensor(words, dtype=torch.int64), count, normal)
        self._state = sum(word << 32 * place for place, word in enumerate(after.tolist()[:4]))
        return numbers

    def below(self, most: int) -> int:
        """A number from 0 to `most`, by Lemire's method."""
        if most == 0:
            return 0
        bits, draw = (32, self.next32) if most <= _M32 else (64, self.next64)
        full = (1 << bits) - 1
        if most == full:
            return draw()
        count = most + 1
        product = draw() * count
        if product & full < count:
            least = (full - most) % count
            while product & full < least:
                product = draw() * count
        return product >> bits

    def interval(self, most: int) -> int:
        """A number from 0 to `most`, by drawing the bits needed until they fit."""
        if most == 0:
            return 0
        mask = (1 << most.bit_length()) - 1
        while True:
            found = (self.next32() if most <= _M32 else self.next64()) & mask
            if found <= most:
                return found


_TAIL = 7.69711747013104972
_AREA = 0.0039496598225815571993
_layers: list[Any] = []


def _exponential_layers() -> Any:
    """Of 256 layers: where each ends, the curve's height there, below how many steps it is under it."""
    if not _layers:
        ends = [0.0] * 257
        ends[256], ends[255] = _AREA / math.exp(-_TAIL), _TAIL
        for i in range(255, 1, -1):
            ends[i - 1] = -math.log(_AREA / ends[i] + math.exp(-ends[i]))
        widths = [ends[256], *ends[1:256]]
        heights = [1.0, *(math.exp(-end) for end in ends[1:256])]
        inner = [_TAIL, *ends[:255]]
        sure = [int(inner[i] / widths[i] * 2.0**53) for i in range(256)]
        _layers.extend((widths, heights, sure))
    return _layers
