"""Settings of torch that have one value here."""

import warnings
from typing import Any

from ._dtypes import require_cpu

__all__ = [
    'are_deterministic_algorithms_enabled',
    'get_float32_matmul_precision',
    'get_num_interop_threads',
    'get_num_threads',
    'set_default_device',
    'set_float32_matmul_precision',
    'set_flush_denormal',
    'set_num_interop_threads',
    'set_num_threads',
    'use_deterministic_algorithms',
]

_precision = 'highest'


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


def get_num_interop_threads() -> int:
    """1."""
    return 1


def set_num_interop_threads(int: int) -> None:
    """Has no effect: there is one thread."""


def set_flush_denormal(mode: bool) -> bool:
    """False: numbers near 0 are kept."""
    return False


def set_float32_matmul_precision(precision: str) -> None:
    """Keeps the word, one of `highest`, `high` and `medium`: products are always as precise as float32 is."""
    global _precision
    if precision in ('highest', 'high', 'medium'):
        _precision = precision
        return
    warnings.warn(
        f"{precision} is not one of 'highest', 'high', or 'medium'; the current"
        'setFloat32MatmulPrecision call has no effect.',
        UserWarning,
        stacklevel=2,
    )


def get_float32_matmul_precision() -> str:
    """The word that was set last, `highest` at first."""
    return _precision


def set_default_device(device: Any) -> None:
    """Takes the CPU only, where all tensors are.

    Raises:
        AssertionError, NotImplementedError: for another device.
    """
    require_cpu(device)
