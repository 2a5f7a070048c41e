"""torch.random: the default stream of random numbers."""

import contextlib
from collections.abc import Iterator
from typing import Any

from ._random import (
    default_generator,
    get_rng_state,
    initial_seed,
    manual_seed,
    seed,
    set_rng_state,
)

__all__ = [
    'default_generator',
    'fork_rng',
    'get_rng_state',
    'initial_seed',
    'manual_seed',
    'seed',
    'set_rng_state',
]

_OFFERED_LATE_BY = 'torch'
_OFFERED = []


@contextlib.contextmanager
def fork_rng(devices: Any = None, enabled: bool = True, device_type: str = 'cuda') -> Iterator[None]:
    """Puts the stream back, at the end of a `with` block, to where it was at its start."""
    if not enabled:
        yield
        return
    state = get_rng_state()
    try:
        yield
    finally:
        set_rng_state(state)
