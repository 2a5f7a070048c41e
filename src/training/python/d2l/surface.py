"""The loss of a model with two free numbers over the plane of these, and the way that the descent took."""

import json
import math
import time
from typing import Any, NamedTuple

import _engine
import torch

from . import comparison, evaluation

__all__ = ['Point', 'free_numbers', 'position', 'report']

_MOST_SECONDS = 0.1
"""Time for the surface of one fit, and, times `_MOST_FITS`, for those of a run."""

_MOST_FITS = 4

_PATIENCE = 3
"""How many times as long it may take where the first evaluations promised too much."""

_LEAST, _MOST = 9, 31
"""Points along either side of the grid: fewer say nothing, more say no more."""

_ROOM = 0.3
"""Around the way, as a part of its extent."""

_spent = 0.0

Point = tuple[float, float]


class _Free(NamedTuple):
    """One of the two numbers.

    Args:
        name: as Python indexes it.
        tensor: that holds it.
        place: in the flattened tensor.
        true: its true value, where the data has one.
    """

    name: str
    tensor: Any
    place: int
    true: float | None


def free_numbers(model: Any, data: Any = None) -> list[_Free]:
    """The two numbers that are learned; none unless there are exactly two."""
    found: list[_Free] = []
    for name, tensor in comparison.learned(model):
        if len(found) + tensor.numel() > 2:
            return []
        truth = comparison.counterpart(name, tensor.numel(), data)
        for place in range(tensor.numel()):
            true = None if truth is None else truth[place]
            found.append(_Free(_element_name(name, tensor, place), tensor, place, true))
    return found if len(found) == 2 else []


def _element_name(name: str, tensor: Any, place: int) -> str:
    return name if tensor.numel() == 1 else f'{name}[{place}]'


def position(model: Any) -> Point | None:
    """Where the two numbers are; None unless there are exactly two."""
    free = free_numbers(model)
    if not free:
        return None
    first, second = (comparison.values_of(one.tensor)[one.place] for one in free)
    return first, second


def report(trainer: Any, model: Any, data: Any, path: list[Point]) -> None:
    """Tells the surface of the fit that ended last, where it can be computed in a blink; never raises."""
    global _spent
    if len(path) < 2 or _spent >= _MOST_FITS * _MOST_SECONDS:
        return
    start = time.perf_counter()
    try:
        free = free_numbers(model, data)
        if not free:
            return
        with evaluation.undisturbed(model):
            found = _surface(trainer, model, free, path)
        if found is not None:
            _engine.surface(json.dumps(found))
    except Exception:  # a picture must not hide how the fit itself ended
        return
    finally:
        _spent += time.perf_counter() - start


def _surface(trainer: Any, model: Any, free: list[_Free], path: list[Point]) -> dict[str, Any] | None:
    batches = evaluation.batches_of(trainer.train_dataloader)
    if not batches:
        return None
    model.eval()
    weights = [one.tensor for one in free]
    merged = evaluation.merged(model, weights, trainer, batches)
    loss = _Loss(model, free, merged)
    count = loss.affordable_points(path[-1])
    if count < _LEAST:
        return None
    end = time.perf_counter() + _PATIENCE * _MOST_SECONDS
    x, y = (_places([point[axis] for point in path], free[axis].true, count) for axis in (0, 1))
    values: list[float] = []
    for up in y:
        if time.perf_counter() > end:
            return None
        values += [loss.at(across, up) for across in x]
    return {
        'names': [one.name for one in free],
        'x': x,
        'y': y,
        'loss': comparison.reals(values),
        'path': [comparison.reals(list(point)) for point in path],
        'true': None if None in (free[0].true, free[1].true) else [one.true for one in free],
        'random': _drops_out(model),
    }


class _Loss:
    """The mean loss over the training data as a function of the two numbers."""

    def __init__(self, model: Any, free: list[_Free], batches: list[evaluation.Batch]) -> None:
        self._model = model
        self._cells = [one.tensor.detach().reshape(-1)[one.place] for one in free]
        self._batches = batches

    def at(self, first: float, second: float) -> float:
        """The loss where the two numbers are these."""
        with torch.no_grad():
            for cell, value in zip(self._cells, (first, second), strict=True):
                cell.fill_(value)
            return float(evaluation.mean_loss(self._model, self._batches))

    def affordable_points(self, point: Point) -> int:
        """How many points along a side the time allows; 0 when two evaluations at a point differ."""
        values: set[str] = set()
        times: list[float] = []
        for _ in range(5):
            start = time.perf_counter()
            values.add(repr(self.at(*point)))
            times.append(time.perf_counter() - start)
        usual = max(sorted(times)[2], 1e-6)
        return min(_MOST, math.isqrt(int(_MOST_SECONDS / usual))) if len(values) == 1 else 0


def _places(values: list[float], true: float | None, count: int) -> list[float]:
    """Evenly spaced numbers around the way and the true value, as far as a way that runs off can be shown."""
    seen = _tame([*values, values[0] if true is None else true])
    low, high = min(seen), max(seen)
    room = _ROOM * (high - low) or 0.5 * max(1.0, abs(low))
    start, span = low - room, high - low + 2 * room
    return [start + span * i / (count - 1) for i in range(count)]


def _tame(values: list[float]) -> list[float]:
    """Those no further from the last one, where the way should lead, than ten times the first is."""
    first, goal = values[0], values[-1]
    reach = 10 * max(abs(first - goal), 1e-3)
    return [value for value in values if math.isfinite(value) and abs(value - goal) <= reach] or [first]


def _drops_out(model: Any) -> bool:
    """Whether training leaves out units at random, which the surface does not."""
    modules = model.modules() if isinstance(model, torch.nn.Module) else ()
    return any(type(module).__name__.startswith('Dropout') and module.p > 0 for module in modules)
