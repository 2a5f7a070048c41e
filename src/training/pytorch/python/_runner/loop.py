"""A training loop of the learner's own, detected by its backward passes."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, NamedTuple

from _runner import loaders
from _runner.loss_curve import LossCurve

__all__ = ['Loop']

_MOST_HELD = 256
"""Points kept of a loop that is not known to train."""

_MOST_COMPARED = 4096
"""Elements of a leaf whose values are compared where nothing else tells a change."""


class _State(NamedTuple):
    """What tells that a leaf was changed in place.

    Args:
        version: counts changes, but not those through `.data`.
        place: of its memory.
        values: its first elements.
    """

    version: int
    place: int
    values: Any


def _state_of(leaf: Any) -> _State:
    values = leaf.detach()
    return _State(leaf._version, values.data_ptr(), values.reshape(-1)[:_MOST_COMPARED].clone())


def _has_changed(leaf: Any, state: _State) -> bool:
    values = leaf.detach()
    if leaf._version != state.version or values.data_ptr() != state.place:
        return True
    return not bool((values.reshape(-1)[:_MOST_COMPARED] == state.values).all())


class Loop:
    """The backward passes that reach one set of weights.

    Args:
        leaves: the weights.
        first_pass: count of the run's backward passes when it began.

    Attributes:
        last_pass: by the same count.
        epochs: epochs begun.
        unit: `epoch` where a DataLoader hands out the batches, else `step`.
    """

    def __init__(self, leaves: list[Any], first_pass: int) -> None:
        self.leaves = leaves
        self.first_pass = self.last_pass = first_pass
        self.epochs = 1
        self.last_batch_at = 0.0
        self._ids = {id(leaf) for leaf in leaves}
        self._recorded = False
        self._steps = 0
        self._position = loaders.position()
        self.unit = 'epoch' if self._position.iteration and self._position.batches else 'step'
        self._states = [_state_of(leaf) for leaf in leaves]
        self._held: list[tuple[float, float]] = []
        self._show: Callable[[float, float], None] | None = None
        self._epoch_ended: Callable[[int], None] | None = None
        self._curve = LossCurve(self._draw)

    def is_of(self, leaves: list[Any]) -> bool:
        """Whether a pass that reached these leaves belongs to it."""
        return len(leaves) == len(self._ids) and all(id(leaf) in self._ids for leaf in leaves)

    def overlaps(self, other: Loop) -> bool:
        """Whether they have a weight in common."""
        return not self._ids.isdisjoint(other._ids)

    def passed(self, loss: float, recorded: bool) -> bool:
        """Takes in a backward pass; returns whether a weight changed since the last one."""
        trained = self._weights_changed()
        # Not another loss, but the derivative of a gradient.
        is_second = self._recorded and not trained
        self._recorded = recorded
        if is_second:
            return False
        if self.unit == 'epoch':
            self._follow_loader()
        elif trained:
            self._steps += 1
            self._curve.end_step(0)
        self._curve.add(self._x(), loss)
        return trained

    def show(self, draw: Callable[[float, float], None]) -> None:
        """Its points go to `draw` from now on, those held back first."""
        self._show = draw
        held, self._held = self._held, []
        for x, y in held:
            draw(x, y)

    def follow(self, epoch_ended: Callable[[int], None]) -> None:
        """Tells of its epochs from now on."""
        self._epoch_ended = epoch_ended

    def flush(self) -> None:
        """Draws the last point, of the losses since the one before."""
        self._curve.flush()

    @property
    def completed(self) -> int:
        """Epochs completed; 0 when it counts steps."""
        if self.unit == 'step':
            return 0
        return self.epochs if self._position.batch + 1 >= self._position.batches else self.epochs - 1

    @property
    def begun(self) -> int:
        """Epochs or steps before the one that it is at."""
        return self._steps if self.unit == 'step' else self.epochs - 1

    def _x(self) -> float:
        if self.unit == 'step':
            return self._steps
        batch, batches = self._position.batch, self._position.batches
        return self.epochs - 1 + (batch / batches if batches else 0)

    def _follow_loader(self) -> None:
        position, before = loaders.position(), self._position
        # A pass after the loader's end counts for its last batch.
        if position.iteration == 0 or position == before:
            return
        self._curve.end_step(before.batches)
        if position.iteration != before.iteration:
            self.epochs += 1
            if self._epoch_ended is not None:
                self._epoch_ended(self.epochs - 1)
        if position.batch + 1 >= position.batches:
            self.last_batch_at = time.perf_counter()
        self._position = position

    def _weights_changed(self) -> bool:
        # One that has changed tells all.
        for place, leaf in enumerate(self.leaves):
            if _has_changed(leaf, self._states[place]):
                self._states[place] = _state_of(leaf)
                return True
        return False

    def _draw(self, x: float, y: float) -> None:
        if self._show is not None:
            self._show(x, y)
        else:
            self._held.append((x, y))
            del self._held[:-_MOST_HELD]
