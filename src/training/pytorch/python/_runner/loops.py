"""Sees the training loops that a learner writes without a Trainer (built-in: `realm/loops.ts`).

A loop trains when two backward passes reach the same leaves and one of them was changed in between. Until
then its points are held back: a single `backward()` is no training (decision 6).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from _exercise import watching
from _runner.fits import Fits
from _runner.loop import Loop
from _runner.loop_fit import LoopFit

__all__ = ['TrainingLoops']

_MOST_CANDIDATES = 8
"""Sets of weights that are watched for a second pass."""

_MOST_FITS = 100
"""Fits of one run; what trains after them goes unseen."""

_MOST_HELD, _MOST_HELD_FIRST = 1000, 4
"""Points of a board that are held back until it is known which fit they belong to; before the first pass."""


class TrainingLoops:
    """The training loops of one run.

    Args:
        fits: takes what is told of them.
    """

    def __init__(self, fits: Fits) -> None:
        self._events = fits
        self._passes = 0
        self._candidates: list[Loop] = []
        self._fit_of: dict[Loop, LoopFit] = {}
        self._fits: list[LoopFit] = []
        self._latest: Loop | None = None
        self._unnamed: LoopFit | None = None
        self._board_points: list[tuple[str, float, float]] = []
        self._board_fit: int | None = None

    def passed(self, loss: float, leaves: list[Any], recorded: bool) -> None:
        """A backward pass from a loss of one element has reached these leaves.

        Args:
            loss: its value.
            leaves: the tensors, each once.
            recorded: whether the pass was recorded (`create_graph`).
        """
        if not leaves or self._events.is_fitting:
            return
        self._passes += 1
        loop = self._find(leaves) or self._watch(Loop(leaves, self._passes))
        self._latest = loop
        loop.last_pass = self._passes
        if not loop.passed(loss, recorded):
            return
        fit = self._fit_of.get(loop)
        if (fit is not None and fit.is_open) or (fit is None and len(self._fits) == _MOST_FITS):
            return
        if fit is not None:
            fit.open()
        self._unnamed = fit or self._show(loop)
        if watching.name_weights is not None:
            watching.name_weights()

    def wanted(self, handle: Callable[[Any], int]) -> dict[str, Any]:
        """The handles of the weights that want names, and what their fit counts."""
        fit = self._unnamed
        if fit is None:
            return {'handles': [], 'unit': 'step'}
        return {'handles': [handle(leaf) for leaf in fit.leaves], 'unit': fit.unit}

    def name(self, names: dict[str, Any]) -> int:
        """Names them; returns the index of their fit, -1 when none wanted names."""
        fit, self._unnamed = self._unnamed, None
        if fit is None:
            return -1
        index = fit.name(names)
        self._place_board_points()
        return index

    def layers(self, layers: Any) -> None:
        """What data went through in the loop that was heard of last."""
        fit = None if self._latest is None else self._fit_of.get(self._latest)
        if fit is not None:
            fit.tell_layers(layers)

    def board(self, label: str, x: float, y: float) -> None:
        """A point that the learner's code draws itself, into its fit by epochs or into one of its own."""
        self._board_points.append((label, x, y))
        undecided = self._board_fit is None and (self._latest is None or self._latest not in self._fit_of)
        most = _MOST_HELD_FIRST if self._latest is None else _MOST_HELD
        if not undecided or len(self._board_points) > most:
            self._place_board_points()

    def end(self) -> None:
        """Ends the fits that are open: the run is over, or a Trainer takes over."""
        for fit in self._fits:
            if fit.is_open:
                fit.end()
        self._place_board_points()
        if self._board_fit is not None:
            self._events.end(self._board_fit, 0, [])
        self._board_fit = None
        self._candidates = []
        self._latest = None

    def _find(self, leaves: list[Any]) -> Loop | None:
        if self._latest is not None and self._latest.is_of(leaves):
            return self._latest
        known = [*reversed(self._fit_of), *self._candidates]
        return next((loop for loop in known if loop.is_of(leaves)), None)

    def _watch(self, loop: Loop) -> Loop:
        self._candidates.append(loop)
        del self._candidates[:-_MOST_CANDIDATES]
        return loop

    def _show(self, loop: Loop) -> LoopFit:
        """Gives a loop that trains its fit, and ends those that were not heard of since it began."""
        for fit in self._fits:
            if fit.is_open and fit.last_pass < loop.first_pass:
                fit.end()

        def takes_turns(other: Loop) -> bool:
            same_time = other is not loop and other.last_pass >= loop.first_pass
            return same_time and other.unit == loop.unit and other.overlaps(loop)

        shared = next((fit for fit in self._fits if fit.is_open and any(map(takes_turns, fit.loops))), None)
        fit = shared or LoopFit(self._events, loop.unit)
        if shared is None:
            self._fits.append(fit)
        for member in [loop, *filter(takes_turns, self._candidates)]:
            fit.add(member)
            self._fit_of[member] = fit
        self._candidates = [other for other in self._candidates if other not in self._fit_of]
        return fit

    def _place_board_points(self) -> None:
        if not self._board_points:
            return
        fit = None if self._latest is None else self._fit_of.get(self._latest)
        points, self._board_points = self._board_points, []
        if fit is not None and fit.is_open and fit.unit == 'epoch' and self._board_fit is None:
            for label, x, y in points:
                fit.draw(label, x, y)
            return
        if self._board_fit is None:
            self._board_fit = self._events.start('board', 0)
        for label, x, y in points:
            self._events.point(label, x, y, self._board_fit)
