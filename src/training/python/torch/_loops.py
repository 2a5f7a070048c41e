"""What `backward` has to say besides errors: that the engine made out a training loop."""

from collections.abc import Callable

from ._handle import check

name_weights: Callable[[], None] | None = None
"""Tells the engine what the loop's weights are called; set by whoever can tell."""


def answer(status: int) -> None:
    """Raises the engine's error for a negative status; otherwise the loop's weights are wanted by name."""
    check(status)
    if name_weights is not None:
        name_weights()
