"""What recurrent layers and cells share: one step of each kind of cell, and how parameters begin.

A step takes the input's share of the gates (N, gates * H), the state, and the state's weight and bias, and
gives the new state, whose first part is the output.
"""

import math
from typing import Any

from ... import _operations
from ..._tensor import Tensor
from .. import functional, init
from .module import Module

__all__ = ['GATES', 'STEPS', 'State', 'draw_uniformly', 'mode_of']

State = tuple[Any, ...]


def _tanh_step(given: Any, state: State, weight: Tensor, bias: Tensor | None) -> State:
    return (_operations.tanh(given + functional.linear(state[0], weight, bias)),)


def _relu_step(given: Any, state: State, weight: Tensor, bias: Tensor | None) -> State:
    return (_operations.relu(given + functional.linear(state[0], weight, bias)),)


def _lstm_step(given: Any, state: State, weight: Tensor, bias: Tensor | None) -> State:
    hidden, cell = state
    gates = given + functional.linear(hidden, weight, bias)
    enter, forget, candidate, leave = gates.chunk(4, dim=-1)
    cell = forget.sigmoid() * cell + enter.sigmoid() * candidate.tanh()
    return leave.sigmoid() * cell.tanh(), cell


def _gru_step(given: Any, state: State, weight: Tensor, bias: Tensor | None) -> State:
    hidden = state[0]
    return tuple(_operations._thnn_fused_gru_cell(given, functional.linear(hidden, weight, bias), hidden))


STEPS = {'RNN_TANH': _tanh_step, 'RNN_RELU': _relu_step, 'LSTM': _lstm_step, 'GRU': _gru_step}
GATES = {'RNN_TANH': 1, 'RNN_RELU': 1, 'LSTM': 4, 'GRU': 3}


def mode_of(nonlinearity: str) -> str:
    """The kind of step that a nonlinearity, `tanh` or `relu`, stands for; ValueError for another.

    Raises:
        ValueError: for another nonlinearity.
    """
    if nonlinearity not in ('tanh', 'relu'):
        raise ValueError(f"Unknown nonlinearity '{nonlinearity}'. Select from 'tanh' or 'relu'.")
    return f'RNN_{nonlinearity.upper()}'


def draw_uniformly(module: Module) -> None:
    """Every parameter anew, uniform in ±1/sqrt(hidden_size)."""
    bound = 1 / math.sqrt(module.hidden_size) if module.hidden_size > 0 else 0
    for parameter in module.parameters():
        init.uniform_(parameter, -bound, bound)
