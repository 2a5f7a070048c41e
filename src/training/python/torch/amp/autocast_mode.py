"""torch.autocast: products in a reduced dtype, losses in float32."""

import functools
from collections.abc import Callable
from typing import Any, Self

import _engine

from .._dtypes import bfloat16, dtype, float16, require_cpu
from .._warnings import warn_once

__all__ = [
    'autocast',
    'get_autocast_cpu_dtype',
    'get_autocast_dtype',
    'is_autocast_available',
    'is_autocast_cpu_enabled',
    'is_autocast_enabled',
]

_OFFERED_LATE_BY = 'torch'
_OFFERED = [
    'autocast',
    'get_autocast_cpu_dtype',
    'get_autocast_dtype',
    'is_autocast_cpu_enabled',
    'is_autocast_enabled',
]

# What is chosen now, None while autocasting is off.
_active: dtype | None = None


def _choose(wanted: dtype | None) -> None:
    global _active
    _active = wanted
    _engine.set_autocast(-1 if wanted is None else wanted.code)


class autocast:
    """In its `with` block, or in a function that it decorates, products compute in a reduced dtype.

    Args:
        device_type: 'cpu'; for 'cuda' nothing is cast, since there is none.
        dtype: bfloat16, the default, or float16.
        enabled: False switches an outer block off.

    Raises:
        ValueError: for a device type that is no string.
        RuntimeError: for an unknown device type.
    """

    __module__ = 'torch.amp.autocast_mode'

    def __init__(
        self,
        device_type: str,
        dtype: dtype | None = None,
        enabled: bool = True,
        cache_enabled: bool | None = None,
    ) -> None:
        if not isinstance(device_type, str):
            raise ValueError(f'Expected `device_type` of type `str`, got: `{type(device_type)}`')
        if device_type == 'cuda':
            if enabled:
                warn_once(
                    "User provided device_type of 'cuda', but CUDA is not available. Disabling",
                )
            enabled = False
        else:
            require_cpu(device_type)
        self.device = device_type
        self.fast_dtype = bfloat16 if dtype is None else dtype
        if enabled and self.fast_dtype not in (bfloat16, float16):
            warn_once(
                'In CPU autocast, but the target dtype is not supported. Disabling autocast.\n'
                'CPU Autocast only supports dtype of torch.bfloat16, torch.float16 currently.'
            )
            enabled = False
        self._enabled = enabled
        # What to go back to, innermost block first.
        self._previous: Any = None

    def __enter__(self) -> Self:
        self._previous = (self._previous, _active)
        if self.device == 'cpu':
            _choose(self.fast_dtype if self._enabled else None)
        return self

    def __exit__(self, *_: object) -> None:
        self._previous, before = self._previous
        _choose(before)

    def __call__(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def called(*args: Any, **kwargs: Any) -> Any:
            with self:
                return function(*args, **kwargs)

        return called


def is_autocast_available(device_type: str) -> bool:
    """Whether autocasting has an effect on the device type."""
    return device_type == 'cpu'


def is_autocast_enabled(device_type: str = 'cuda') -> bool:
    """Whether the code is in an autocast block of the device type."""
    return device_type == 'cpu' and _active is not None


def is_autocast_cpu_enabled() -> bool:
    """Whether the code is in an autocast block of the CPU."""
    return _active is not None


def get_autocast_dtype(device_type: str) -> dtype:
    """The dtype in which products compute under autocasting."""
    if device_type == 'cuda':
        return float16
    return _active or bfloat16


def get_autocast_cpu_dtype() -> dtype:
    """The dtype in which products compute under autocasting."""
    return _active or bfloat16
