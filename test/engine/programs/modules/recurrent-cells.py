"""Cells: a step at a time, alone and in a batch, and the same numbers as the layer's."""

import torch
from torch import nn

torch.manual_seed(5)
x = torch.randn(3, 2)
print(nn.RNNCell(2, 3), nn.RNNCell(2, 3, bias=False, nonlinearity='relu'), nn.LSTMCell(2, 3), nn.GRUCell(2, 3))
rnn, lstm, gru = nn.RNNCell(2, 3), nn.LSTMCell(2, 3), nn.GRUCell(2, 3)
print(rnn(x))
print(lstm(x, (torch.zeros(3, 3), torch.ones(3, 3))))
h, c = lstm(x[0])
print(h.shape, c)
print(gru(x, torch.full((3, 3), 0.5)))
print(gru(x[0]))

layer = nn.GRU(2, 3)
layer.load_state_dict({f'{name}_l0': value for name, value in gru.state_dict().items()})
steps = torch.randn(4, 1, 2)
state = torch.zeros(1, 3)
outputs = []
for step in steps:
    state = gru(step, state)
    outputs.append(state)
print(torch.allclose(layer(steps)[0], torch.stack(outputs)))
