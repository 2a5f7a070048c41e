"""Where the weights of a model are after each epoch of a fit."""

import json
import math
from typing import Any

import _engine

from . import comparison

_MOST_ELEMENTS = 64
"""Elements of a weight that is followed; larger weights are left out."""

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
        self._true: dict[str, list[float] | None] = {}

    def reached(self, epoch: int) -> None:
        """Reports the weights as they are now, after so many epochs; never raises."""
        if epoch % self._every and epoch != self._epochs:
            return
        try:
            report = [entry for entry in map(self._entry, *self._tensors()) if entry is not None]
            if report:
                _engine.weights(epoch, json.dumps(report))
        except Exception:  # a report must not end the training
            return

    def _tensors(self) -> tuple[list[str], list[Any]]:
        found = list(comparison.learned(self._model))
        return [name for name, _ in found], [tensor for _, tensor in found]

    def _entry(self, name: str, tensor: Any) -> dict[str, Any] | None:
        count = tensor.numel()
        if count > _MOST_ELEMENTS:
            return None
        values = comparison.values_of(tensor)
        if name not in self._true:
            self._true[name] = comparison.counterpart(name, count, self._data)
        truth = self._true[name]
        difference = None if truth is None else [a - b for a, b in zip(values, truth, strict=True)]
        gradient = None if tensor.grad is None else math.hypot(*comparison.values_of(tensor.grad))
        return {
            'name': name,
            'shape': list(tensor.shape),
            'learned': comparison.reals(values),
            'difference': None if difference is None else comparison.reals(difference),
            'gradient': None if gradient is None else comparison.reals([gradient])[0],
        }
