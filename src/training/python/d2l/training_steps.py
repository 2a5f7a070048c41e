"""What can be seen of a training at one of its steps, right after the backward pass; and where it waits."""

from typing import Any

import _engine

from . import training

__all__ = ['look']


def look() -> None:
    """Waits here if the learner paused the training."""
    trainer = training.under_way()
    if _engine.stops_here(-1 if trainer is None else _epoch_of(trainer)):
        _engine.wait_here()


def _epoch_of(trainer: Any) -> int:
    epoch = getattr(trainer, 'epoch', 0)
    return epoch if type(epoch) is int else 0
