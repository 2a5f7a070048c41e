"""Tells the names that the code has for tensors and modules, so that the tape behind them can be shown."""

import json
from typing import Any

import _engine
import torch
from _exercise import module_calls
from _exercise.variables import found_in

__all__ = ['begin', 'tell']

_MOST_CHARACTERS = 200


def begin(*, wanted: bool) -> None:
    """A run begins. `wanted`: whether its graph is going to be told."""
    module_calls.trace(wanted=wanted)


def tell(variables: dict[str, Any], error: BaseException | None) -> None:
    """Tells the engine of the names of the run that is over, and lets go of its modules.

    Args:
        variables: of the module.
        error: what ended the run, if something did.
    """
    paths: list[str] = []
    tensors: list[dict[str, Any]] = []
    names: dict[int, str] = {}
    for name, parent, value in found_in(variables, error):
        path = _path(name, paths[parent] if parent >= 0 else '')[:_MOST_CHARACTERS]
        paths.append(path)
        if issubclass(type(value), torch.Tensor):
            handle = getattr(value, '_h', 0)
            if handle:
                tensors.append({'name': path, 'handle': handle})
        elif issubclass(type(value), torch.nn.Module):
            names.setdefault(id(value), path)
    modules = {
        number: {'name': names.get(id(module), ''), 'type': type(module).__name__[:_MOST_CHARACTERS]}
        for number, module in enumerate(module_calls.called)
    }
    _engine.graph(json.dumps({'tensors': tensors, 'modules': modules}))
    module_calls.trace(wanted=False)


def _path(name: str, owner: str) -> str:
    """As the code writes it: `net.0.weight`, `things[1]`."""
    if owner == '':
        return name
    return f'{owner}{name}' if name.startswith('[') else f'{owner}.{name}'
