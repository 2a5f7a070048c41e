"""torch.cuda: there is none."""

from typing import Any

from .._dtypes import NO_CUDA, Device

__all__ = [
    'Event',
    'Stream',
    'current_device',
    'device_count',
    'empty_cache',
    'get_device_name',
    'get_device_properties',
    'is_available',
    'is_bf16_supported',
    'is_initialized',
    'manual_seed',
    'manual_seed_all',
    'max_memory_allocated',
    'max_memory_reserved',
    'memory_allocated',
    'memory_reserved',
    'reset_peak_memory_stats',
    'set_device',
    'synchronize',
]


def is_available() -> bool:
    """False."""
    return False


def device_count() -> int:
    """0."""
    return 0


def manual_seed(seed: int) -> None:
    """Has no effect."""


def manual_seed_all(seed: int) -> None:
    """Has no effect."""


def empty_cache() -> None:
    """Has no effect."""


def is_initialized() -> bool:
    """False."""
    return False


def is_bf16_supported(including_emulation: bool = True) -> bool:
    """False."""
    return False


def memory_allocated(device: Device = None) -> int:
    """0."""
    return 0


max_memory_allocated = memory_reserved = max_memory_reserved = memory_allocated


def reset_peak_memory_stats(device: Device = None) -> None:
    """Has no effect."""


class Event:
    """A mark in the work of a GPU; there is none, so it raises.

    Raises:
        RuntimeError: always.
    """

    def __init__(self, *_: Any, **__: Any) -> None:
        raise RuntimeError(f'Tried to instantiate dummy base class {type(self).__name__}')


class Stream(Event):
    """A queue of work for a GPU; there is none, so it raises."""


def get_device_name(device: Device = None) -> str:
    """The name of a GPU; there is none, so it raises.

    Raises:
        AssertionError: always: PyTorch here has no CUDA.
    """
    raise AssertionError(NO_CUDA)


def get_device_properties(device: Device = None) -> Any:
    """What a GPU is like; there is none, so it raises.

    Raises:
        AssertionError: always: PyTorch here has no CUDA.
    """
    raise AssertionError(NO_CUDA)


def set_device(device: Device) -> None:
    """Chooses a GPU; there is none, so it raises.

    Raises:
        AssertionError: always: PyTorch here has no CUDA.
    """
    raise AssertionError(NO_CUDA)


def synchronize(device: Device = None) -> None:
    """Waits for the GPU; there is none, so it raises.

    Raises:
        AssertionError: always: PyTorch here has no CUDA.
    """
    raise AssertionError(NO_CUDA)


def current_device() -> int:
    """The number of the current GPU; there is none, so it raises.

    Raises:
        AssertionError: always: PyTorch here has no CUDA.
    """
    raise AssertionError(NO_CUDA)


def __getattr__(name: str) -> Any:
    if name == 'amp':
        from importlib import import_module

        return import_module('torch.cuda.amp')
    from .._names import missing

    raise missing('torch.cuda', name)
