"""torch.cuda: there is none."""

from types import SimpleNamespace
from typing import Any

from .._dtypes import NO_CUDA, Device

__all__ = [
    'backends',
    'current_device',
    'device_count',
    'empty_cache',
    'is_available',
    'manual_seed',
    'manual_seed_all',
    'synchronize',
]

backends = SimpleNamespace(
    cudnn=SimpleNamespace(benchmark=False, deterministic=True, enabled=False, is_available=lambda: False),
    mps=SimpleNamespace(is_available=lambda: False, is_built=lambda: False),
    cuda=SimpleNamespace(is_built=lambda: False),
)


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
