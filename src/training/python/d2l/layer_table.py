"""The layers of a network with their shapes, read off the first minibatch that goes through it anyway."""

import json
from typing import Any

import _engine
import torch
from torch import nn
from torch.nn.parameter import UninitializedParameter

__all__ = ['watch']

_MOST_LAYERS = 200

_MOST_CALLS = 10_000
"""Calls of layers after which nobody waits for the end of the pass any more."""


def watch(model: Any) -> None:
    """Tells the engine the layers of a model after its next forward pass; never raises.

    Nothing is computed for it. A model whose layers the learner's own hooks watch is left alone.
    """
    modules = dict(model.named_modules())
    if not any('_hooked' in vars(module) for module in modules.values()):
        _Watch(model, modules)


class _Watch:
    """Hooks on all modules of a model until one forward pass is over.

    Args:
        model: the model.
        modules: it and all modules within it, by their paths.
    """

    def __init__(self, model: Any, modules: dict[str, Any]) -> None:
        self._model = model
        self._modules = modules
        self._shapes: dict[int, list[int]] = {}
        self._calls = 0
        self._handles = [module.register_forward_hook(self._passed) for module in modules.values()]

    def _passed(self, module: Any, _: Any, output: Any) -> None:
        self._calls += 1
        shape = _shape_of(output)
        if shape is not None:
            self._shapes[id(module)] = shape
        if module is self._model or self._calls > _MOST_CALLS:
            self._end()

    def _end(self) -> None:
        for handle in self._handles:
            handle.remove()
        for module in self._modules.values():
            # Without it a call takes the short way again.
            vars(module).pop('_hooked', None)
        try:
            _engine.layers(json.dumps(self._table()))
        except Exception:  # a report must not end the training
            return

    def _table(self) -> dict[str, Any]:
        named = [(name, module) for name, module in self._modules.items() if name and self._is_layer(module)]
        layers = [
            {
                'name': name,
                'type': type(module).__name__,
                'shape': self._shapes.get(id(module)),
                'parameters': _learned(module),
            }
            for name, module in named[:_MOST_LAYERS]
        ]
        more = max(0, len(named) - _MOST_LAYERS)
        return {'layers': layers, 'more': more, 'parameters': _learned(self._model)}

    def _is_layer(self, module: Any) -> bool:
        """The model's only network is the model itself."""
        alone = len(self._model._modules) == 1 and next(iter(self._model._modules.values())) is module
        return not (alone and isinstance(module, nn.Sequential))


def _shape_of(output: Any) -> list[int] | None:
    """Of a tensor, or of the first one that a layer gives."""
    if isinstance(output, torch.Tensor):
        return list(output.shape)
    return _shape_of(output[0]) if isinstance(output, (tuple, list)) and output else None


def _learned(module: Any) -> int:
    parameters = [p for p in module.parameters() if not isinstance(p, UninitializedParameter)]
    return sum(parameter.numel() for parameter in parameters if parameter.requires_grad)
