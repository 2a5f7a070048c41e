"""The fits of a run, as `Trainer`, boards and loops report them (built-in: `realm/events.ts`)."""

from __future__ import annotations

import math
import time
from typing import Any

from _runner.sending import Sending, real

__all__ = ['Fits']

_MOST_FOLLOWED = 64
"""Elements of a weight whose way through the epochs is told; larger weights are left out."""

_MOST_TIMES = 100


class Fits:
    """What is told of the fits of one run.

    Args:
        sending: takes the messages.
    """

    def __init__(self, sending: Sending) -> None:
        self._sending = sending
        self._count = 0
        self._open: list[int] = []
        self._ended = 0
        self._truths: dict[str, list[float] | None] = {}
        self._epochs: dict[int, tuple[float, list[Any]]] = {}
        self.are_finite = True

    @property
    def is_fitting(self) -> bool:
        """Whether a fit of a Trainer is under way."""
        return bool(self._open)

    def start(self, model: str, epochs: int, unit: str = 'epoch', place: Any = None) -> int:
        """A fit begins; returns its index. `epochs`: asked for, 0 when unknown."""
        self._sending.flush_points()
        fit = self._count
        self._count += 1
        self._epochs[fit] = (time.perf_counter(), [])
        further = {'unit': 'step'} if unit == 'step' else {}
        if place is not None:
            further['place'] = place
        if self._sending.allows('fits'):
            self._sending.post('fitStarted', fit=fit, model=model[:10_000], epochs=epochs, **further)
        return fit

    def enter(self, model: str, epochs: int, place: Any) -> None:
        """A Trainer's fit begins."""
        self._truths = {}
        self._open.append(self.start(model, epochs, 'epoch', place))

    def tell(self, kind: str, fit: int, **fields: Any) -> None:
        """Sends a message of a fit, unless it is one too many."""
        self._sending.flush_points()
        if fit < 500:
            self._sending.post(kind, fit=fit, **fields)

    def point(self, label: str, x: float, y: float, fit: int | None = None) -> None:
        """A point of a curve; of the innermost fit unless given."""
        index = self._open[-1] if fit is None else fit
        if not math.isfinite(y):
            self.are_finite = False
        if index < 500:
            self._sending.point(index, label, x, y)

    def set_truth(self, name: str, truth: list[Any] | None) -> None:
        """The true values of a weight of the innermost fit."""
        self._truths[name] = None if truth is None else [float(value) for value in truth]

    def weights(self, epoch: int, tensors: list[tuple[str, Any]]) -> None:
        """Where the small weights of the innermost fit are after so many epochs."""
        told = [self._weight(name, tensor) for name, tensor in tensors if tensor.numel() <= _MOST_FOLLOWED]
        if told:
            self.tell('weights', self._open[-1], epoch=epoch, weights=told)

    def _weight(self, name: str, tensor: Any) -> dict[str, Any]:
        values = [float(value) for value in tensor.detach().reshape(-1).tolist()]
        truth = self._truths.get(name)
        difference = None
        if truth is not None and len(truth) == len(values):
            difference = [real(value - true) for value, true in zip(values, truth, strict=True)]
        gradient = None if tensor.grad is None else real(float(tensor.grad.detach().double().norm()))
        return {
            'name': name,
            'shape': list(tensor.shape),
            'learned': [real(value) for value in values],
            'difference': difference,
            'gradient': gradient,
        }

    def epoch_ended(self, epoch: int, fit: int | None = None, at: float | None = None) -> None:
        """An epoch is over; of the innermost fit unless given. `at`: when, by `time.perf_counter`."""
        index = self._open[-1] if fit is None else fit
        ended = time.perf_counter() if at is None else at
        began, times = self._epochs[index]
        times.append([epoch, max(0.0, round(1000 * (ended - began), 1))])
        self._epochs[index] = (ended, times[-_MOST_TIMES:])

    def leave(self, epochs: int, weights: Any, stability: Any) -> None:
        """The innermost fit is over after so many epochs."""
        self._ended = self._open.pop()
        self.end(self._ended, epochs, weights, stability)

    def end(self, fit: int, epochs: int, weights: Any, stability: Any = None) -> None:
        """A fit is over."""
        _, times = self._epochs[fit]
        if times:
            self.tell('epochTimes', fit, times=times)
            self._epochs[fit] = (0.0, [])
        explained = {} if stability is None else {'stability': stability}
        self.tell('fitEnded', fit, epochs=epochs, weights=weights, **explained)

    def last(self, fit: int = -1) -> int:
        """The fit of this index; -1: the Trainer's that ended last."""
        return self._ended if fit < 0 else fit

    @property
    def innermost(self) -> int:
        """Index of the Trainer's fit that is under way."""
        return self._open[-1]
