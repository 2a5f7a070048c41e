"""Settings of torch that have one value here."""

__all__ = [
    'are_deterministic_algorithms_enabled',
    'get_num_threads',
    'set_num_threads',
    'use_deterministic_algorithms',
]


def get_num_threads() -> int:
    """1."""
    return 1


def set_num_threads(int: int) -> None:
    """Has no effect: there is one thread."""


def use_deterministic_algorithms(mode: bool, *, warn_only: bool = False) -> None:
    """Has no effect: all algorithms are deterministic."""


def are_deterministic_algorithms_enabled() -> bool:
    """Always True."""
    return True
