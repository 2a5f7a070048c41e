"""torch.mps: Apple's GPU, of which there is none."""

from typing import Any

__all__ = ['device_count', 'empty_cache', 'is_available', 'manual_seed', 'seed']


def device_count() -> int:
    """0."""
    return 0


def is_available() -> bool:
    """False."""
    return False


def manual_seed(seed: int) -> None:
    """Has no effect."""


def seed() -> None:
    """Has no effect."""


def empty_cache() -> None:
    """Has no effect."""


def __getattr__(name: str) -> Any:
    from ._names import missing

    raise missing('torch.mps', name)
