"""Recurrent layers along packed sequences, and those whose state is projected: step by step."""

from collections.abc import Sequence
from typing import Any

from ... import _operations
from ..._tensor import Tensor
from .. import functional
from ..utils.rnn import PackedSequence
from .recurrence import STEPS, State

__all__ = ['along_packed', 'walk_layers']


def along_packed(layer: Any, input: PackedSequence, hx: Any) -> tuple[PackedSequence, Any]:
    """The outputs of the last layer, packed as the input is, and the state at the end of each sequence."""
    order, back = input.sorted_indices, input.unsorted_indices
    sizes = input.batch_sizes.tolist()
    parts = hx if isinstance(hx, tuple) else (hx,)
    if hx is not None and order is not None:
        parts = tuple(part.index_select(1, order) for part in parts)
    given = None if hx is None else parts if isinstance(hx, tuple) else parts[0]
    states = layer._states(sizes[0], given, True, input.data)
    output, last = walk_layers(layer, input.data, sizes, states)
    if back is not None:
        last = [part.index_select(1, back) for part in last]
    return PackedSequence(output, input.batch_sizes, order, back), layer._state_out(last)


def walk_layers(layer: Any, data: Any, sizes: Sequence[int], states: list[Any]) -> tuple[Any, list[Any]]:
    """Through all layers, along elements (sum of sizes, …) of which `sizes` belong to each step."""
    ends: list[State] = []
    for place, suffixes in enumerate(layer._suffixes):
        walks = []
        for direction, suffix in enumerate(suffixes):
            at = place * len(suffixes) + direction
            outputs, end = _walk(layer, data, sizes, tuple(part[at] for part in states), suffix)
            walks.append(outputs)
            ends.append(end)
        data = walks[0] if len(walks) == 1 else _operations.cat(walks, -1)
        if layer.dropout > 0 and place < layer.num_layers - 1:
            data = functional.dropout(data, layer.dropout, layer.training)
    return data, [_operations.stack(list(part)) for part in zip(*ends, strict=True)]


class _Cell:
    """One step of a layer in one direction, with its parameters."""

    def __init__(self, layer: Any, suffix: str) -> None:
        self._step = STEPS[layer.mode]
        self._weight = getattr(layer, f'weight_hh{suffix}')
        self._bias = getattr(layer, f'bias_hh{suffix}') if layer.bias else None
        self._projection = getattr(layer, f'weight_hr{suffix}') if layer.proj_size else None

    def __call__(self, given: Tensor, state: State) -> State:
        first, *rest = self._step(given, state, self._weight, self._bias)
        if self._projection is not None:
            first = functional.linear(first, self._projection)
        return (first, *rest)


def _walk(layer: Any, data: Any, sizes: Sequence[int], state: State, suffix: str) -> tuple[Any, State]:
    bias = getattr(layer, f'bias_ih{suffix}') if layer.bias else None
    given = functional.linear(data, getattr(layer, f'weight_ih{suffix}'), bias).split(list(sizes))
    walk = _backwards if suffix.endswith('_reverse') else _forwards
    outputs, end = walk(_Cell(layer, suffix), given, sizes, state)
    return _operations.cat(outputs), end


def _forwards(
    cell: _Cell, given: Sequence[Any], sizes: Sequence[int], state: State
) -> tuple[list[Any], State]:
    """Sequences that have ended keep their state."""
    outputs, ended = [], []
    for part, size in zip(given, sizes, strict=True):
        if size < state[0].shape[0]:
            ended.append(tuple(each[size:] for each in state))
            state = tuple(each[:size] for each in state)
        state = cell(part, state)
        outputs.append(state[0])
    parts = [state, *reversed(ended)]
    return outputs, tuple(_operations.cat(list(each)) for each in zip(*parts, strict=True))


def _backwards(
    cell: _Cell, given: Sequence[Any], sizes: Sequence[int], start: State
) -> tuple[list[Any], State]:
    """Sequences join as their last element comes."""
    outputs = []
    state = tuple(each[:0] for each in start)
    for part, size in zip(reversed(given), reversed(sizes), strict=True):
        known = state[0].shape[0]
        if size > known:
            pairs = zip(state, start, strict=True)
            state = tuple(_operations.cat([each, first[known:size]]) for each, first in pairs)
        state = cell(part, state)
        outputs.append(state[0])
    return outputs[::-1], state
