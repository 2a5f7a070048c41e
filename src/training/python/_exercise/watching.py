"""Who wants to know of trainings: told by `backward`, set by whoever can do it."""

from collections.abc import Callable

__all__ = ['look_at_data', 'look_at_step', 'name_weights']

name_weights: Callable[[], None] | None = None
"""Tells the engine what the loop's weights are called."""

look_at_data: Callable[[], None] | None = None
"""Looks at the minibatches of the training that has begun."""

look_at_step: Callable[[], None] | None = None
"""Looks at the training as it is now, and waits where it is to pause."""
