"""torch.accelerator: whatever computes faster than the CPU, of which there is nothing."""

from typing import Any

__all__ = ['current_accelerator', 'device_count', 'is_available']


def is_available() -> bool:
    """False."""
    return False


def current_accelerator(check_available: bool = False) -> None:
    """None."""


def device_count() -> int:
    """0."""
    return 0


def __getattr__(name: str) -> Any:
    from ._names import missing

    raise missing('torch.accelerator', name)
