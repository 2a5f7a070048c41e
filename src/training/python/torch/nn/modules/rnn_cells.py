"""Recurrent cells: a single step of RNN, LSTM and GRU."""

from typing import Any

from ... import _operations
from ..._dtypes import Device, dtype
from ..._handle import Handle
from ..._tensor import Tensor
from .. import functional
from ..parameter import Parameter
from .module import Module
from .recurrence import STEPS, State, draw_uniformly, mode_of

__all__ = ['GRUCell', 'LSTMCell', 'RNNCell', 'RNNCellBase']

_OFFERED_BY = 'torch.nn.modules'


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
        device: Device = None,
        dtype: dtype | None = None,
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
        draw_uniformly(self)

    def forward(self, input: Tensor, hx: Tensor | tuple[Tensor, Tensor] | None = None) -> Any:
        """The state after `input`.

        Raises:
            ValueError: unless input and state have one or two dimensions.
            RuntimeError: for sizes that are not the cell's, or a state of another batch.
        """
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
        self._check_sizes(rows, state)
        given = functional.linear(rows, self.weight_ih, self.bias_ih)
        after = STEPS[self.mode](given, state, self.weight_hh, self.bias_hh)
        after = tuple(part.squeeze(0) for part in after) if alone else after
        return after if parts == 2 else after[0]

    def _check_sizes(self, rows: Tensor, state: State) -> None:
        if rows.shape[1] != self.input_size:
            raise RuntimeError(
                f'input has inconsistent input_size: got {rows.shape[1]} expected {self.input_size}'
            )
        for place, part in enumerate(state):
            if part.shape[0] != rows.shape[0]:
                raise RuntimeError(
                    f"Input batch size {rows.shape[0]} doesn't match hidden{place} batch size {part.shape[0]}"
                )
            if part.shape[1] != self.hidden_size:
                raise RuntimeError(
                    f'hidden{place} has inconsistent hidden_size: got {part.shape[1]}, '
                    f'expected {self.hidden_size}'
                )

    def extra_repr(self) -> str:
        parts = [f'{self.input_size}, {self.hidden_size}']
        if not self.bias:
            parts.append(f'bias={self.bias}')
        if getattr(self, 'nonlinearity', 'tanh') != 'tanh':
            parts.append(f'nonlinearity={self.nonlinearity}')
        return ', '.join(parts)


def _cell_state(name: str, hx: Any, parts: int) -> State:
    """The given state in parts; empty when none was given."""
    if parts == 2 and isinstance(hx, Handle):
        raise TypeError("lstm_cell(): argument 'hx' (position 2) must be tuple of Tensors, not Tensor")
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
        device: Device = None,
        dtype: dtype | None = None,
    ) -> None:
        super().__init__(input_size, hidden_size, bias, 1, device, dtype)
        self.mode = mode_of(nonlinearity)
        self.nonlinearity = nonlinearity


class LSTMCell(RNNCellBase):
    """A step of `LSTM`: takes and gives the pair (h, c)."""

    __module__ = 'torch.nn.modules.rnn'

    mode = 'LSTM'

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        bias: bool = True,
        device: Device = None,
        dtype: dtype | None = None,
    ) -> None:
        super().__init__(input_size, hidden_size, bias, 4, device, dtype)


class GRUCell(RNNCellBase):
    """A step of `GRU`."""

    __module__ = 'torch.nn.modules.rnn'

    mode = 'GRU'

    def __init__(
        self,
        input_size: int,
        hidden_size: int,
        bias: bool = True,
        device: Device = None,
        dtype: dtype | None = None,
    ) -> None:
        super().__init__(input_size, hidden_size, bias, 3, device, dtype)
