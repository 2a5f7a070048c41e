"""Recurrent layers over sequences: RNN, LSTM and GRU."""

import warnings
from typing import Any

from ... import _operations
from ..._dtypes import Device, dtype
from ..._tensor import Tensor
from .. import functional
from ..parameter import Parameter
from .module import Module
from .recurrence import GATES, State, draw_uniformly, mode_of

__all__ = ['GRU', 'LSTM', 'RNN', 'RNNBase']

_OFFERED_BY = 'torch.nn.modules'


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
        proj_size: of an LSTM's state, where it is to be smaller than `hidden_size`; 0 for none.
    """

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
        device: Device = None,
        dtype: dtype | None = None,
    ) -> None:
        super().__init__()
        _check_sizes(mode, hidden_size, num_layers, float(dropout), proj_size)
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
        rows = GATES[self.mode] * self.hidden_size
        state = self.proj_size or self.hidden_size
        for layer, suffixes in enumerate(self._suffixes):
            width = self.input_size if layer == 0 else state * len(suffixes)
            for suffix in suffixes:
                shapes: dict[str, tuple[int, ...]] = {'weight_ih': (rows, width), 'weight_hh': (rows, state)}
                if self.bias:
                    shapes |= {'bias_ih': (rows,), 'bias_hh': (rows,)}
                if self.proj_size:
                    shapes['weight_hr'] = (state, self.hidden_size)
                for name, shape in shapes.items():
                    self.register_parameter(name + suffix, Parameter(_operations.empty(shape, **kind)))

    def reset_parameters(self) -> None:
        """Draws new initial values."""
        draw_uniformly(self)

    @property
    def all_weights(self) -> list[list[Any]]:
        """The parameters of each layer and direction."""
        return [[getattr(self, name) for name in names] for names in self._weight_names()]

    @property
    def _flat_weights_names(self) -> list[str]:
        """As PyTorch has it: programs initialize weights by these names."""
        return [name for names in self._weight_names() for name in names]

    @property
    def _flat_weights(self) -> list[Any]:
        """The parameters one after the other."""
        return [getattr(self, name) for name in self._flat_weights_names]

    def _weight_names(self) -> list[list[str]]:
        kinds = ['weight_ih', 'weight_hh', 'bias_ih', 'bias_hh'][: 4 if self.bias else 2]
        kinds += ['weight_hr'] if self.proj_size else []
        return [[kind + suffix for kind in kinds] for suffixes in self._suffixes for suffix in suffixes]

    def flatten_parameters(self) -> None:
        """Nothing: it concerns GPUs."""

    def forward(self, input: Tensor, hx: Tensor | tuple[Tensor, Tensor] | None = None) -> tuple[Any, Any]:
        """The outputs of the last layer, (L, N, directions * H), and the state after the last element.

        The input may be a `PackedSequence`; the outputs are one then.

        Raises:
            ValueError: for an input of other dimensions or another dtype than the weights.
            RuntimeError: when input or state have another size.
        """
        if isinstance(input, tuple):
            from .uneven_recurrence import along_packed

            packed: Any = input
            return along_packed(self, packed, hx)
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

    def _check_input(self, input: Tensor) -> None:
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
        walks = self.num_layers * len(self._suffixes[0])
        parts = 2 if self.mode == 'LSTM' else 1
        sizes = (self.proj_size or self.hidden_size, self.hidden_size)[:parts]
        shapes = [(walks, count, size) for size in sizes]
        if hx is None:
            return [_operations.zeros(shape, dtype=like.dtype) for shape in shapes]
        # Two parts are what PyTorch looks for, in a tensor too.
        given = [hx[0], hx[1]] if parts == 2 else [hx]
        self._check_state_dims(given, batched)
        given = given if batched else [part.unsqueeze(1) for part in given]
        for part, shape, message in zip(given, shapes, _STATE_MESSAGES[parts], strict=True):
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
        if self.proj_size:
            from .uneven_recurrence import walk_layers

            steps, count = sequence.shape[:2]
            flat, last = walk_layers(self, sequence.flatten(0, 1), [count] * steps, states)
            return flat.unflatten(0, (steps, count)), last
        ends: list[State] = []
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

    def _walk(self, sequence: Any, state: State, suffix: str) -> tuple[Any, State]:
        """Along (L, N, …) in the direction of `suffix`: the outputs in its order, and the last state."""
        bias_ih = getattr(self, f'bias_ih{suffix}') if self.bias else None
        bias_hh = getattr(self, f'bias_hh{suffix}') if self.bias else None
        given = functional.linear(sequence, getattr(self, f'weight_ih{suffix}'), bias_ih)
        weight = getattr(self, f'weight_hh{suffix}').t()
        backwards = suffix.endswith('_reverse')
        if self.mode == 'LSTM':
            output, *last = _operations._lstm_layer(given, *state, weight, bias_hh, backwards)
        else:
            output, *last = _operations._recurrent_layer(given, *state, weight, bias_hh, self.mode, backwards)
        return output, tuple(last)

    def extra_repr(self) -> str:
        parts = [f'{self.input_size}, {self.hidden_size}']
        shown = {
            'proj_size': (self.proj_size, 0),
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


def _check_sizes(mode: str, hidden_size: Any, num_layers: int, dropout: float, proj_size: int) -> None:
    if proj_size and mode != 'LSTM':
        raise ValueError('proj_size argument is only supported for LSTM, not RNN or GRU')
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
    if proj_size < 0:
        raise ValueError('proj_size should be a positive integer or zero to disable projections')
    if proj_size >= hidden_size:
        raise ValueError('proj_size has to be smaller than hidden_size')


class RNN(RNNBase):
    """h = tanh(W_ih x + b_ih + W_hh h + b_hh) along a sequence, or relu in tanh's place.

    Args:
        input_size: features of an element of the input.
        hidden_size: features of the state.
        num_layers, nonlinearity, bias, batch_first, dropout, bidirectional: as in `RNNBase`.
    """

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        num_layers: int = 1,
        nonlinearity: str = 'tanh',
        *args: Any,
        **kwargs: Any,
    ) -> None:
        super().__init__(mode_of(nonlinearity), input_size, hidden_size, num_layers, *args, **kwargs)
        self.nonlinearity = nonlinearity


class LSTM(RNNBase):
    """Long short-term memory along a sequence; the state is the pair (h, c). Arguments as in `RNNBase`."""

    def __init__(self, input_size: int, hidden_size: int, *args: Any, **kwargs: Any) -> None:
        super().__init__('LSTM', input_size, hidden_size, *args, **kwargs)


class GRU(RNNBase):
    """Gated recurrent units along a sequence. Arguments as in `RNNBase`."""

    def __init__(self, input_size: int, hidden_size: int, *args: Any, **kwargs: Any) -> None:
        super().__init__('GRU', input_size, hidden_size, *args, **kwargs)
