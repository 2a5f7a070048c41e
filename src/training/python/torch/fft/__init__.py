"""torch.fft: discrete Fourier transforms."""

from typing import Any

from .. import _operations_fft
from .._operations_fft import *  # noqa: F403

__all__ = _operations_fft.__all__


def __getattr__(name: str) -> Any:
    from .._names import missing

    raise missing('torch.fft', name)
