"""What `backward` has to say besides errors: a training has begun, the engine has detected its loop."""

from collections.abc import Callable

from ._handle import check

__all__ = ['answer', 'look_at_data', 'look_at_step', 'name_weights']

_LOOP_FOUND = 1
_FIRST_PASS = 2
_LOOK = 4

name_weights: Callable[[], None] | None = None
"""Tells the engine what the loop's weights are called; set by whoever can tell."""

look_at_data: Callable[[], None] | None = None
"""Looks at the minibatches of the training that has begun; set by whoever knows them."""


look_at_step: Callable[[], None] | None = None
"""Looks at the training as it is now, and waits where it is to pause; set by whoever can."""


def answer(status: int) -> None:
    """Raises the engine's error for a negative status; otherwise does what the engine asks for."""
    check(status)
    if status & _LOOP_FOUND and name_weights is not None:
        name_weights()
    if status & _FIRST_PASS and look_at_data is not None:
        look_at_data()
    if status & _LOOK and look_at_step is not None:
        look_at_step()
