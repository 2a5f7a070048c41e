"""What is drawn of a learned function: its outputs over its inputs, or beside what they should be."""

import math
from typing import Any

import torch

from . import comparison
from .evaluation import evaluating
from .learned_function import LearnedFunction

__all__ = ['LearnedPicture']

_ALONG_ONE, _ALONG_TWO = 81, 25
"""Places of a curve, and along either side of a plane."""

_ROOM = 0.15
"""Around the examples, as a part of their extent."""

_MOST_CLASSES = 20


class LearnedPicture:
    """A function's picture: of the kind that its inputs and outputs allow.

    Args:
        function: the function.
        kind: as the protocol's `LearnedKind`.
        places: of the first and of the second input.
        classes: that it tells apart; 0 of values.
    """

    def __init__(self, function: LearnedFunction, kind: str, places: list[list[float]], classes: int) -> None:
        self._function = function
        self._kind = kind
        self._places = places
        self._classes = classes
        self._inputs = _grid(function.inputs, places) if places else function.inputs

    @classmethod
    def of(cls, function: LearnedFunction) -> 'LearnedPicture | None':
        """The picture of a function; None where there is none to be drawn."""
        X, y = function.inputs, function.truth
        with evaluating(function.modules):
            outputs = function.at(X)
        outside = 1 if outputs.dim() == 1 else math.prod(outputs.shape[1:])
        is_label = y is not None and not y.is_floating_point() and y.dim() == 1
        classes = outputs.shape[1] if is_label and outputs.dim() == 2 and outside > 1 else 0
        across = _width(X)
        if across and (outside == 1 or (across == 2 and 2 <= classes <= _MOST_CLASSES)):
            count = _ALONG_ONE if across == 1 else _ALONG_TWO
            places = [_places(column, count) for column in _columns(X)]
            kind = 'curve' if across == 1 else 'plane' if classes <= 2 else 'regions'
            return cls(function, kind, places, classes)
        if 2 <= classes <= _MOST_CLASSES:
            return cls(function, 'labels', [], classes)
        if y is not None and y.numel() == outputs.numel() and y.is_floating_point():
            return cls(function, 'values', [], 0)
        return None

    @property
    def examples(self) -> dict[str, Any]:
        """As the protocol's `Examples`."""
        X, y = self._function.inputs, self._function.truth
        columns = [comparison.reals(column) for column in _columns(X)] if self._places else []
        truth = [] if y is None or self._kind == 'labels' else comparison.values_of(y)
        x, up = ([*self._places, [], []][axis] for axis in (0, 1))
        return {
            'kind': self._kind,
            'x': x,
            'y': up,
            'across': columns[0] if columns else [],
            'up': columns[1] if len(columns) > 1 else [],
            'truth': comparison.reals(truth[:512]),
            'classes': self._classes if self._kind in ('regions', 'labels') else 0,
            'boundary': self._boundary(truth),
        }

    def learned(self) -> Any:
        """What the function gives now, as the protocol's `learned`; None where it fails."""
        try:
            with evaluating(self._function.modules):
                return self._outputs()
        except Exception:  # the learner's objects may do anything; the training must go on
            return None

    def _outputs(self) -> Any:
        outputs = self._function.at(self._inputs)
        if self._kind == 'regions':
            outputs = outputs.argmax(dim=1)
        elif self._kind == 'plane' and self._classes == 2:
            outputs = torch.softmax(outputs, dim=1)[:, 1]
        elif self._kind == 'labels':
            truth: Any = self._function.truth
            pairs = truth.long() * self._classes + outputs.argmax(dim=1)
            outputs = torch.bincount(pairs, minlength=self._classes**2)
        return outputs

    def _boundary(self, truth: list[float]) -> float | None:
        """Between the two classes: the middle of their numbers, unless the outputs are no probabilities."""
        found = set(truth)
        if self._kind == 'plane' and self._classes == 2:
            return 0.5
        if self._kind == 'labels' or len(found) != 2 or not found <= {-1.0, 0.0, 1.0}:
            return None
        return 0.0 if self._function.gives_logits else sum(found) / 2


def _width(X: Any) -> int:
    """How many inputs an example has: 1 or 2; 0 where they are more, or no numbers."""
    if not X.is_floating_point() or X.dim() > 2:
        return 0
    width = 1 if X.dim() == 1 else X.shape[1]
    return width if width <= 2 else 0


def _columns(X: Any) -> list[list[float]]:
    return [comparison.values_of(column) for column in X.reshape(len(X), -1).T]


def _places(values: list[float], count: int) -> list[float]:
    finite = [value for value in values if math.isfinite(value)] or [0.0]
    low, high = min(finite), max(finite)
    room = _ROOM * (high - low) or 1.0
    step = (high - low + 2 * room) / (count - 1)
    return [low - room + step * place for place in range(count)]


def _grid(X: Any, places: list[list[float]]) -> Any:
    """All places as inputs like `X`; of two inputs row by row, the first one running fastest."""
    if len(places) == 1:
        return torch.tensor(places[0], dtype=X.dtype).reshape(-1, *X.shape[1:])
    rows = [[across, up] for up in places[1] for across in places[0]]
    return torch.tensor(rows, dtype=X.dtype)
