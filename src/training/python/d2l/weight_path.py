"""Where the weights of a model are after each epoch of a fit."""

import json
import math
from typing import Any

import _engine

from . import comparison, surface

__all__ = ['WeightPath']

_MOST_EPOCHS = 200
"""Epochs reported of a fit, evenly spaced, the last one always among them."""


class WeightPath:
    """Reports the weights before the first and after each epoch, beside the true ones where there are any.

    Args:
        model: the model.
        data: what it is trained with.
        epochs: passes asked for.
    """

    def __init__(self, model: Any, data: Any, epochs: int) -> None:
        self._model = model
        self._data = data
        self._epochs = epochs
        self._every = max(1, math.ceil(epochs / _MOST_EPOCHS))
        self._known: set[str] = set()
        self._holds_two = True
        self.positions: list[surface.Point] = []
        """Where the two numbers of a model with no more than these have been."""

    def reached(self, epoch: int) -> None:
        """Reports the weights as they are now, after so many epochs; never raises."""
        if epoch % self._every and epoch != self._epochs:
            return
        try:
            named: list[Any] = []
            for name, tensor in comparison.learned(self._model):
                if name not in self._known:
                    self._introduce(name, tensor)
                named += (name, tensor._h)
            _engine.weights(epoch, *named)
            self._follow()
        except Exception:  # a report must not end the training
            return

    def _follow(self) -> None:
        if not self._holds_two:
            return
        position = surface.position(self._model)
        if position is None:
            self._holds_two = False
        else:
            self.positions.append(position)

    def _introduce(self, name: str, tensor: Any) -> None:
        """Tells the true values of a weight that is seen for the first time."""
        self._known.add(name)
        truth = comparison.counterpart(name, tensor.numel(), self._data)
        if truth is not None:
            _engine.weight_truth(name, json.dumps(comparison.reals(truth)))
