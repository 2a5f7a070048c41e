"""Recurrent layers: RNN, LSTM and GRU over sequences, and their cells for a single step."""

import math
import warnings
from typing import Any

from ... import _operations
from .. import functional, init
from ..parameter import Parameter
from .module import Module

# ------------------------------------------------------------ one step of each kind
#
# Each takes the input's share of the gates (N, gates * H), the state, and the state's weight and bias, and
# gives the new state, whose first part is the output.

_State = tuple[Any, ...]


def _tanh_step(given: Any, state: _State, weight: Any, bias: Any) -> _State:
    return (_operations.tanh(given + functional.linear(state[0], weight, bias)),)


def _relu_step(given: Any, state: _State, weight: Any, bias: Any) -> _State:
    return (_operations.relu(given + functional.linear(state[0], weight, bias)),)


def _lstm_step(given: Any, state: _State, weight: Any, bias: Any) -> _State:
    hidden, cell = state
    gates = given + functional.linear(hidden, weight, bias)
    enter, forget, candidate, leave = gates.chunk(4, dim=-1)
    cell = forget.sigmoid() * cell + enter.sigmoid() * candidate.tanh()
    return leave.sigmoid() * cell.tanh(), cell


def _gru_step(given: Any, state: _State, weight: Any, bias: Any) -> _State:
    hidden = state[0]
    own = functional.linear(hidden, weight, bias).chunk(3, dim=-1)
    reset, update, candidate = given.chunk(3, dim=-1)
    reset = (reset + own[0]).sigmoid()
    update = (update + own[1]).sigmoid()
    new = (candidate + own[2] * reset).tanh()
    return ((hidden - new) * update + new,)


_STEPS = {'RNN_TANH': _tanh_step, 'RNN_RELU': _relu_step, 'LSTM': _lstm_step, 'GRU': _gru_step}
_GATES = {'RNN_TANH': 1, 'RNN_RELU': 1, 'LSTM': 4, 'GRU': 3}


def _mode(nonlinearity: str) -> str:
    if nonlinearity not in ('tanh', 'relu'):
        raise ValueError(f"Unknown nonlinearity '{nonlinearity}'. Select from 'tanh' or 'relu'.")
    return f'RNN_{nonlinearity.upper()}'


def _draw_uniformly(module: Any) -> None:
    """Every parameter anew, uniform in ±1/sqrt(hidden_size)."""
    bound = 1 / math.sqrt(module.hidden_size) if module.hidden_size > 0 else 0
    for parameter in module.parameters():
        init.uniform_(parameter, -bound, bound)


# ------------------------------------------------------------ over sequences


class RNNBase(Module):
    """What RNN, LSTM and GRU have in common: layers, directions, parameters and the walk along a sequence.

    Args:
        mode: `RNN_TANH`, `RNN_RELU`, `LSTM` or `GRU`.
        input_size: features of an element of the input.
        hidden_size: features of the state.
        num_layers: layers, each fed with the one before.
        bias: whether there are biases.
        batch_first: whether the batch comes before the sequence in input and output.
        dropout: probability of dropout after each layer but the last.
        bidirectional: whether a second walk goes from the end to the beginning.
    """

    __module__ = 'torch.nn.modules.rnn'

    def __init__(
        self,
        mode: str,
        input_size: int,
        hidden_size: int,
        num_layers: int = 1,
        bias: bool = True,
        batch_first: bool = False,
        dropout: float = 0.0,
        bidirectional: bool = False,
        proj_size: int = 0,
        device: Any = None,
        dtype: Any = None,
    ) -> None:
        super().__init__()
        _check_sizes(hidden_size, num_layers, float(dropout), proj_size)
        self.mode = mode
        self.input_size = input_size
        self.hidden_size = hidden_size
        self.num_layers = num_layers
        self.bias = bias
        self.batch_first = batch_first
        self.dropout = float(dropout)
        self.bidirectional = bidirectional
        self.proj_size = proj_size
        self._suffixes = [
            [f'_l{layer}{direction}' for direction in ('', '_reverse')[: 2 if bidirectional else 1]]
            for layer in range(num_layers)
        ]
        self._make_parameters({'device': device, 'dtype': dtype})
        self.reset_parameters()

    def _make_parameters(self, kind: dict[str, Any]) -> None:
        rows = _GATES[self.mode] * self.hidden_size
        for layer, suffixes in enumerate(self._suffixes):
            width = self.input_size if layer == 0 else self.hidden_size * len(suffixes)
            for suffix in suffixes:
                shapes = {'weight_ih': (rows, width), 'weight_hh': (rows, self.hidden_size)}
                if self.bias:
                    shapes |= {'bias_ih': (rows,), 'bias_hh': (rows,)}
                for name, shape in shapes.items():
                    self.register_parameter(name + suffix, Parameter(_operations.empty(shape, **kind)))

    def reset_parameters(self) -> None:
        """Draws new initial values."""
        _draw_uniformly(self)

    @property
    def all_weights(self) -> list[list[Any]]:
        """The parameters of each layer and direction."""
        names = ('weight_ih', 'weight_hh', 'bias_ih', 'bias_hh')[: 4 if self.bias else 2]
        return [
            [getattr(self, name + suffix) for name in names]
            for suffixes in self._suffixes
            for suffix in suffixes
        ]

    def flatten_parameters(self) -> None:
        """Nothing: it concerns GPUs."""

    def forward(self, input: Any, hx: Any = None) -> Any:
        """The outputs of the last layer, (L, N, directions * H), and the state after the last element."""
        if isinstance(input, tuple):
            raise NotImplementedError('packed sequences are not supported: pad them and mask what was padded')
        self._check_input(input)
        batched = input.dim() == 3
        sequence = input if batched else input.unsqueeze(1)
        if batched and self.batch_first:
            sequence = sequence.transpose(0, 1)
        states = self._states(sequence.shape[1], hx, batched, sequence)
        output, last = self._walk_layers(sequence, states)
        if not batched:
            return output.squeeze(1), self._state_out([part.squeeze(1) for part in last])
        return output.transpose(0, 1) if self.batch_first else output, self._state_out(last)

    def _check_input(self, input: Any) -> None:
        name = self._get_name()
        if input.dim() not in (2, 3):
            ending = 'D tensor instead' if name == 'RNN' else 'D instead'
            raise ValueError(f'{name}: Expected input to be 2D or 3D, got {input.dim()}{ending}')
        weight = self.weight_ih_l0
        if input.dtype != weight.dtype:
            raise ValueError(f'input must have the type {weight.dtype}, got type {input.dtype}')
        if input.shape[-1] != self.input_size:
            raise RuntimeError(
                'input.size(-1) must be equal to input_size. '
                f'Expected {self.input_size}, got {input.shape[-1]}'
            )

    def _states(self, count: int, hx: Any, batched: bool, like: Any) -> list[Any]:
        """The parts of the state before the first element, each (layers * directions, N, H)."""
        shape = (self.num_layers * len(self._suffixes[0]), count, self.hidden_size)
        parts = 2 if self.mode == 'LSTM' else 1
        if hx is None:
            return [_operations.zeros(shape, dtype=like.dtype) for _ in range(parts)]
        given = list(hx) if parts == 2 else [hx]
        self._check_state_dims(given, batched)
        given = given if batched else [part.unsqueeze(1) for part in given]
        for part, message in zip(given, _STATE_MESSAGES[parts], strict=True):
            if tuple(part.shape) != shape:
                raise RuntimeError(message.format(shape, list(part.shape)))
        return given

    def _check_state_dims(self, given: list[Any], batched: bool) -> None:
        wanted = 3 if batched else 2
        if all(part.dim() == wanted for part in given):
            return
        kind = f'{"batched" if batched else "unbatched"} {wanted}-D input'
        if len(given) == 1:
            raise RuntimeError(f'For {kind}, hx should also be {wanted}-D but got {given[0].dim()}-D tensor')
        dims = ', '.join(f'{part.dim()}-D' for part in given)
        raise RuntimeError(f'For {kind}, hx and cx should also be {wanted}-D but got ({dims}) tensors')

    def _state_out(self, parts: list[Any]) -> Any:
        return tuple(parts) if self.mode == 'LSTM' else parts[0]

    def _walk_layers(self, sequence: Any, states: list[Any]) -> tuple[Any, list[Any]]:
        ends: list[_State] = []
        for layer, suffixes in enumerate(self._suffixes):
            walks = []
            for direction, suffix in enumerate(suffixes):
                place = layer * len(suffixes) + direction
                outputs, end = self._walk(sequence, tuple(part[place] for part in states), suffix)
                walks.append(outputs)
                ends.append(end)
            sequence = walks[0] if len(walks) == 1 else _operations.cat(walks, -1)
            if self.dropout > 0 and layer < self.num_layers - 1:
                sequence = functional.dropout(sequence, self.dropout, self.training)
        return sequence, [_operations.stack(list(part)) for part in zip(*ends, strict=True)]

    def _walk(self, sequence: Any, state: _State, suffix: str) -> tuple[Any, _State]:
        """Along (L, N, …) in the direction of `suffix`: the outputs in its order, and the last state."""
        bias_ih = getattr(self, f'bias_ih{suffix}') if self.bias else None
        bias_hh = getattr(self, f'bias_hh{suffix}') if self.bias else None
        weight_hh = getattr(self, f'weight_hh{suffix}')
        step = _STEPS[self.mode]
        given = functional.linear(sequence, getattr(self, f'weight_ih{suffix}'), bias_ih).unbind(0)
        backwards = suffix.endswith('_reverse')
        outputs = []
        for element in reversed(given) if backwards else given:
            state = step(element, state, weight_hh, bias_hh)
            outputs.append(state[0])
        return _operations.stack(outputs[::-1] if backwards else outputs), state

    def extra_repr(self) -> str:
        parts = [f'{self.input_size}, {self.hidden_size}']
        shown = {
            'num_layers': (self.num_layers, 1),
            'bias': (self.bias, True),
            'batch_first': (self.batch_first, False),
            'dropout': (self.dropout, 0),
            'bidirectional': (self.bidirectional, False),
        }
        parts += [f'{name}={value}' for name, (value, usual) in shown.items() if value != usual]
        return ', '.join(parts)


_STATE_MESSAGES = {
    1: ('Expected hidden size {}, got {}',),
    2: ('Expected hidden[0] size {}, got {}', 'Expected hidden[1] size {}, got {}'),
}


def _check_sizes(hidden_size: Any, num_layers: int, dropout: float, proj_size: int) -> None:
    if not 0 <= dropout <= 1:
        raise ValueError(
            'dropout should be a number in range [0, 1] '
            'representing the probability of an element being zeroed'
        )
    if dropout > 0 and num_layers == 1:
        warnings.warn(
            'dropout option adds dropout after all but last recurrent layer, so non-zero dropout expects '
            f'num_layers greater than 1, but got dropout={dropout} and num_layers={num_layers}',
            stacklevel=4,
        )
    if not isinstance(hidden_size, int):
        raise TypeError(f'hidden_size should be of type int, got: {type(hidden_size).__name__}')
    if hidden_size <= 0:
        raise ValueError('hidden_size must be greater than zero')
    if num_layers <= 0:
        raise ValueError('num_layers must be greater than zero')
    if proj_size != 0:
        raise NotImplementedError('proj_size is not supported: put an nn.Linear behind the LSTM')


class RNN(RNNBase):
    """h = tanh(W_ih x + b_ih + W_hh h + b_hh) along a sequence, or relu in tanh's place.

    Args:
        input_size: features of an element of the input.
        hidden_size: features of the state.
        num_layers, nonlinearity, bias, batch_first, dropout, bidirectional: as in `RNNBase`.
    """

    __module__ = 'torch.nn.modules.rnn'

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        num_layers: int = 1,
        nonlinearity: str = 'tanh',
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(_mode(nonlinearity), input_size, hidden_size, num_layers, *args, **kwargs)
        self.nonlinearity = nonlinearity


class LSTM(RNNBase):
    """Long short-term memory along a sequence; the state is the pair (h, c). Arguments as in `RNNBase`."""

    __module__ = 'torch.nn.modules.rnn'

    def __init__(self, input_size: int, hidden_size: int, *args: Any, **kwargs: Any) -> None:
        super().__init__('LSTM', input_size, hidden_size, *args, **kwargs)


class GRU(RNNBase):
    """Gated recurrent units along a sequence. Arguments as in `RNNBase`."""

    __module__ = 'torch.nn.modules.rnn'

    def __init__(self, input_size: int, hidden_size: int, *args: Any, **kwargs: Any) -> None:
        super().__init__('GRU', input_size, hidden_size, *args, **kwargs)


# ------------------------------------------------------------ a single step


class RNNCellBase(Module):
    """What the cells have in common: parameters, and a step of inputs (N, input_size) or (input_size,)."""

    __module__ = 'torch.nn.modules.rnn'

    mode = 'RNN_TANH'

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        bias: bool,
        num_chunks: int,
        device: Any = None,
        dtype: Any = None,
    ) -> None:
        super().__init__()
        self.input_size = input_size
        self.hidden_size = hidden_size
        self.bias = bias
        rows = num_chunks * hidden_size
        kind = {'device': device, 'dtype': dtype}
        self.weight_ih = Parameter(_operations.empty((rows, input_size), **kind))
        self.weight_hh = Parameter(_operations.empty((rows, hidden_size), **kind))
        for name in ('bias_ih', 'bias_hh'):
            value = Parameter(_operations.empty(rows, **kind)) if bias else None
            self.register_parameter(name, value)
        self.reset_parameters()

    def reset_parameters(self) -> None:
        """Draws new initial values."""
        _draw_uniformly(self)

    def forward(self, input: Any, hx: Any = None) -> Any:
        """The state after `input`."""
        name = self._get_name()
        parts = 2 if self.mode == 'LSTM' else 1
        state = _cell_state(name, hx, parts)
        if input.dim() not in (1, 2):
            raise ValueError(f'{name}: Expected input to be 1D or 2D, got {input.dim()}D instead')
        alone = input.dim() == 1
        rows = input.unsqueeze(0) if alone else input
        state = tuple(part.unsqueeze(0) for part in state) if alone else state
        if not state:
            state = (_operations.zeros((len(rows), self.hidden_size), dtype=input.dtype),) * parts
        given = functional.linear(rows, self.weight_ih, self.bias_ih)
        after = _STEPS[self.mode](given, state, self.weight_hh, self.bias_hh)
        after = tuple(part.squeeze(0) for part in after) if alone else after
        return after if parts == 2 else after[0]

    def extra_repr(self) -> str:
        parts = [f'{self.input_size}, {self.hidden_size}']
        if not self.bias:
            parts.append(f'bias={self.bias}')
        if getattr(self, 'nonlinearity', 'tanh') != 'tanh':
            parts.append(f'nonlinearity={self.nonlinearity}')
        return ', '.join(parts)


def _cell_state(name: str, hx: Any, parts: int) -> _State:
    """The given state in parts; empty when none was given."""
    state = () if hx is None else tuple(hx) if parts == 2 else (hx,)
    for place, part in enumerate(state):
        if part.dim() not in (1, 2):
            what = f'hx[{place}]' if parts == 2 else 'hidden'
            raise ValueError(f'{name}: Expected {what} to be 1D or 2D, got {part.dim()}D instead')
    return state


class RNNCell(RNNCellBase):
    """A step of `RNN`."""

    __module__ = 'torch.nn.modules.rnn'

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        bias: bool = True,
        nonlinearity: str = 'tanh',
        device: Any = None,
        dtype: Any = None,
    ) -> None:
        super().__init__(input_size, hidden_size, bias, 1, device, dtype)
        self.mode = _mode(nonlinearity)
        self.nonlinearity = nonlinearity


class LSTMCell(RNNCellBase):
    """A step of `LSTM`: takes and gives the pair (h, c)."""

    __module__ = 'torch.nn.modules.rnn'

    mode = 'LSTM'

    def __init__(
        self, input_size: int, hidden_size: int, bias: bool = True, device: Any = None, dtype: Any = None
    ) -> None:
        super().__init__(input_size, hidden_size, bias, 4, device, dtype)


class GRUCell(RNNCellBase):
    """A step of `GRU`."""

    __module__ = 'torch.nn.modules.rnn'

    mode = 'GRU'

    def __init__(
        self, input_size: int, hidden_size: int, bias: bool = True, device: Any = None, dtype: Any = None
    ) -> None:
        super().__init__(input_size, hidden_size, bias, 3, device, dtype)
