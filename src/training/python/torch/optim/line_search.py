"""How far to go along a direction: a line search for the strong Wolfe conditions, as PyTorch's LBFGS has it
(Nocedal and Wright, Numerical Optimization, algorithms 3.5 and 3.6, with cubic interpolation).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

__all__ = ['ENOUGH_DECREASE', 'ENOUGH_FLATNESS', 'MOST_TRIALS', 'Evaluate', 'Point', 'StrongWolfe']

ENOUGH_DECREASE = 1e-4
ENOUGH_FLATNESS = 0.9
MOST_TRIALS = 25


@dataclass(frozen=True)
class Point:
    """What is known at a length along the direction."""

    length: float
    loss: float
    gradient: Any
    slope: float
    """Of the loss along the direction."""


Evaluate = Callable[[float], Point]


class StrongWolfe:
    """One search.

    Args:
        evaluate: gives the point at a length.
        start: the point at 0.
        reach: the largest element of the direction.
        tolerance: an interval that moves no parameter further than this is small enough.
    """

    def __init__(self, evaluate: Evaluate, start: Point, reach: float, tolerance: float) -> None:
        self._evaluate_at = evaluate
        self._start = start
        self._reach = reach
        self._tolerance = tolerance
        self.evaluations = 0

    def search(self, length: float) -> Point:
        """The best point found, beginning with a trial at `length`."""
        ends, rounds = self._bracket(length)
        if len(ends) == 1 or rounds == MOST_TRIALS:
            return min(ends, key=lambda point: point.loss)
        return self._zoom(ends, rounds)

    def _evaluate(self, length: float) -> Point:
        self.evaluations += 1
        return self._evaluate_at(length)

    def _rises(self, point: Point) -> bool:
        """Whether a point lies above the line of enough decrease."""
        return point.loss > self._start.loss + ENOUGH_DECREASE * point.length * self._start.slope

    def _is_flat(self, point: Point) -> bool:
        return abs(point.slope) <= -ENOUGH_FLATNESS * self._start.slope

    def _bracket(self, length: float) -> tuple[list[Point], int]:
        """A point that meets both conditions, or two with one between them; and how many trials it took."""
        before, trial = self._start, self._evaluate(length)
        for rounds in range(MOST_TRIALS):
            if self._rises(trial) or (rounds > 1 and trial.loss >= before.loss):
                return [before, trial], rounds
            if self._is_flat(trial):
                return [trial], rounds
            if trial.slope >= 0:
                return [before, trial], rounds
            nearest = trial.length + 0.01 * (trial.length - before.length)
            further = _lowest_of_cubic(before, trial, nearest, trial.length * 10)
            before, trial = trial, self._evaluate(further)
        return [self._start, trial], MOST_TRIALS

    def _zoom(self, ends: list[Point], rounds: int) -> Point:
        """Narrows the bracket down; gives its lower end."""
        low = _lower(ends)
        was_close = False
        for _ in range(rounds, MOST_TRIALS):
            shortest, longest = sorted(end.length for end in ends)
            if (longest - shortest) * self._reach < self._tolerance:
                break
            length = _lowest_of_cubic(ends[0], ends[1], shortest, longest)
            length, was_close = _away_from_ends(length, shortest, longest, was_close)
            trial = self._evaluate(length)
            if self._rises(trial) or trial.loss >= ends[low].loss:
                ends[1 - low] = trial
                low = _lower(ends)
                continue
            if self._is_flat(trial):
                return trial
            if trial.slope * (ends[1 - low].length - ends[low].length) >= 0:
                ends[1 - low] = ends[low]
            ends[low] = trial
        return ends[low]


def _lower(ends: list[Point]) -> int:
    return 0 if ends[0].loss <= ends[1].loss else 1


def _lowest_of_cubic(one: Point, other: Point, shortest: float, longest: float) -> float:
    """Where the cubic through two points with their slopes is lowest, kept between two lengths."""
    left, right = (one, other) if one.length <= other.length else (other, one)
    chord = 3 * (left.loss - right.loss) / (left.length - right.length)
    middle = left.slope + right.slope - chord
    square = middle**2 - left.slope * right.slope
    if square < 0:
        return (shortest + longest) / 2
    root = math.sqrt(square)
    part = (right.slope + root - middle) / (right.slope - left.slope + 2 * root)
    lowest = right.length - (right.length - left.length) * part
    return min(max(lowest, shortest), longest)


def _away_from_ends(length: float, shortest: float, longest: float, was_close: bool) -> tuple[float, bool]:
    """Moves a trial inwards that lies on an end, or close to one again; gives whether it is close."""
    margin = 0.1 * (longest - shortest)
    if min(longest - length, length - shortest) >= margin:
        return length, False
    if not was_close and shortest < length < longest:
        return length, True
    nearer_longest = abs(length - longest) < abs(length - shortest)
    return longest - margin if nearer_longest else shortest + margin, False
