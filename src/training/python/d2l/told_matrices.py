"""The filters of a network's convolution layers, and what it attends to, told after its training."""

import json
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

import _engine
import torch

__all__ = ['report']

_MOST_LAYERS = 12

_MOST_OUTER = 16
"""Filters of a layer that are told, the first ones."""

_MOST_INNER = 8
"""Input channels of a filter, likewise; and heads, or examples, of attention weights."""

_MOST_NUMBERS = 16_000
"""Elements told of a layer: of filters that are larger fewer are told."""

_LONGEST_SIDE = 64
"""Rows and columns of a matrix; attention over more steps is told in its beginning."""


class _Matrices(NamedTuple):
    """Matrices of one layer.

    Args:
        kind: as the protocol has it.
        name: path of the layer.
        values: of shape (matrices, rows, columns).
        across: how many belong together.
        all: how many there are, the told ones among them.
    """

    kind: str
    name: str
    values: Any
    across: int
    all: tuple[int, int]


def report(model: Any, fit: int = -1) -> None:
    """Tells the matrices of a network; never raises.

    Args:
        model: a module that has trained.
        fit: index of its fit; that of the Trainer that ended last unless given.
    """
    try:
        with torch.no_grad():
            found = list(_found(model))
        if found:
            handles = [one.values._h for one in found]
            _engine.matrices(json.dumps([_described(one) for one in found]), fit, *handles)
    except Exception:  # a report must not hide how the training itself ended
        return


def _found(model: Any) -> Iterator[_Matrices]:
    told = 0
    for name, module in model.named_modules():
        for found in (_filters(name, module), _attention(name, module)):
            if found is not None and told < _MOST_LAYERS:
                told += 1
                yield found


def _described(one: _Matrices) -> dict[str, Any]:
    _, rows, columns = one.values.shape
    return {
        'kind': one.kind,
        'name': one.name,
        'rows': rows,
        'columns': columns,
        'across': one.across,
        'all': list(one.all),
    }


def _filters(name: str, module: Any) -> _Matrices | None:
    """Along two axes a matrix for each pair of channels, along one axis one for each filter."""
    weight = module._parameters.get('weight')
    if weight is None or not isinstance(module, torch.nn.modules.conv._ConvNd):
        return None
    weight = weight.detach()
    if module._transposed:
        weight = weight.transpose(0, 1)
    if weight.dim() == 3:
        weight = weight.unsqueeze(1)
    # Kernels of one element mix channels; they are no pictures.
    if weight.dim() != 4 or weight.shape[2] * weight.shape[3] < 2 or max(weight.shape[2:]) > _LONGEST_SIDE:
        return None
    outer, inner, rows, columns = weight.shape
    across = min(inner, _MOST_INNER)
    down = max(1, min(outer, _MOST_OUTER, _MOST_NUMBERS // (across * rows * columns)))
    values = weight[:down, :across].reshape(-1, rows, columns).contiguous()
    return _Matrices('filters', name, values, across, (outer, inner))


def _attention(name: str, module: Any) -> _Matrices | None:
    """Those that the layer kept of its last minibatch, of the first examples or heads."""
    attention = sys.modules.get('torch.nn.modules.attention')
    of_torch = None if attention is None else attention.latest_weights.get(module)
    weights = vars(module).get('attention_weights', of_torch)
    if not isinstance(weights, torch.Tensor) or weights.dim() not in (2, 3, 4) or weights.numel() == 0:
        return None
    weights = weights.detach().reshape(-1, *weights.shape[-2:])
    told = weights[:_MOST_INNER, :_LONGEST_SIDE, :_LONGEST_SIDE]
    return _Matrices('attention', name, told.contiguous(), 1, (weights.shape[0], 1))
