"""Random number generators: PyTorch's own streams."""

import time
from array import array
from typing import TYPE_CHECKING

import _engine

from ._construct import tensor
from ._dtypes import Device, uint8
from ._handle import Handle
from ._type_names import BuiltinType

if TYPE_CHECKING:
    from ._tensor import Tensor

__all__ = [
    'Generator',
    'default_generator',
    'get_rng_state',
    'initial_seed',
    'manual_seed',
    'seed',
    'set_rng_state',
]

_MASK = (1 << 64) - 1
_STATE_BYTES = 5056


class Generator(metaclass=BuiltinType, package='torch._C'):
    """A stream of random numbers of its own (Mersenne Twister, as PyTorch's on the CPU)."""

    __slots__ = ('_generator', '_seed', '__weakref__')
    __module__ = 'torch._C'

    def __init__(self, device: Device = 'cpu') -> None:
        self._generator: int = _engine.generator()
        self._seed = 67280421310721

    def manual_seed(self, seed: int) -> 'Generator':
        """Starts the stream that belongs to `seed`."""
        self._seed = int(seed)
        _engine.manual_seed(_crossing(self._seed), self._generator)
        return self

    def seed(self) -> int:
        """Starts a stream by the clock; gives its seed."""
        self.manual_seed(time.time_ns() & 0xFFFFFFFF)
        return self._seed

    def initial_seed(self) -> int:
        """The seed of the stream."""
        return self._seed

    def get_state(self) -> 'Tensor':
        """Everything that determines the further draws: PyTorch's 5056 bytes, as a uint8 tensor."""
        kept = array('B', bytes(_STATE_BYTES))
        _engine.save_generator(self._generator, kept.buffer_info()[0])
        return tensor(kept.tolist(), dtype=uint8)

    def set_state(self, new_state: 'Tensor') -> 'Generator':
        """Goes back to where `get_state` was called.

        Raises:
            TypeError: unless it is a uint8 tensor.
            RuntimeError: unless it has the size of a state.
        """
        if not isinstance(new_state, Handle) or new_state.dtype is not uint8:
            raise TypeError('RNG state must be a torch.ByteTensor')
        if new_state.numel() != _STATE_BYTES:
            raise RuntimeError('RNG state is wrong size')
        kept = array('B', new_state.tolist())
        _engine.load_generator(self._generator, kept.buffer_info()[0])
        self._seed = int.from_bytes(kept[:8].tobytes(), 'little')
        return self

    def __del__(self) -> None:
        if self._generator:
            _engine.free_generator(self._generator)


class _DefaultGenerator(Generator, package='torch._C'):
    __slots__ = ()

    def __init__(self) -> None:
        self._generator = 0
        self._seed = 0


_DefaultGenerator.__qualname__ = 'Generator'
default_generator = _DefaultGenerator()


def _crossing(seed: int) -> int:
    """What of a seed decides the stream: its low 32 bits."""
    return (seed & _MASK) & 0xFFFFFFFF


def manual_seed(seed: int) -> Generator:
    """Starts the default stream that belongs to `seed`; gives its generator."""
    return default_generator.manual_seed(int(seed))


def seed() -> int:
    """Starts the default stream by the clock; gives its seed."""
    return default_generator.seed()


def initial_seed() -> int:
    """The seed of the default stream."""
    return default_generator.initial_seed()


def get_rng_state() -> 'Tensor':
    """The state of the default stream: PyTorch's 5056 bytes, as a uint8 tensor."""
    return default_generator.get_state()


def set_rng_state(new_state: 'Tensor') -> None:
    """Puts the default stream back to where `get_rng_state` was called."""
    default_generator.set_state(new_state)
