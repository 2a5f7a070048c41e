"""The points of a training loop's loss curve (`realm/loss-curve.ts` for the built-in engine)."""

from __future__ import annotations

from collections.abc import Callable

__all__ = ['LossCurve']

_POINTS_PER_RESOLUTION = 256
"""Points of a curve after which a point stands for twice as many steps."""

_POINTS_PER_EPOCH = 2
"""As `plot_train_per_epoch` of the book's models."""


class LossCurve:
    """Averages losses into points, so that their number stays bounded.

    Two an epoch, or, where there are no epochs, 256 single steps, then 256 means of two steps, of four, and
    so on.

    Args:
        draw: takes a point.
    """

    def __init__(self, draw: Callable[[float, float], None]) -> None:
        self._draw = draw
        self._x = self._y = 0.0
        self._losses = self._steps = self._points = 0

    def add(self, x: float, y: float) -> None:
        """A loss of the step under way."""
        self._x += x
        self._y += y
        self._losses += 1

    def end_step(self, batches: int) -> None:
        """The step is over. `batches`: of an epoch; 0 where there are no epochs."""
        self._steps += 1
        every = batches // _POINTS_PER_EPOCH if batches else 2 ** (self._points // _POINTS_PER_RESOLUTION)
        if self._steps >= every:
            self.flush()

    def flush(self) -> None:
        """Draws what has been added since the last point."""
        if not self._losses:
            return
        self._draw(self._x / self._losses, self._y / self._losses)
        self._x = self._y = 0.0
        self._losses = self._steps = 0
        self._points += 1
