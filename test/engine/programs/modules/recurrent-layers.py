"""Recurrent layers: parameters, shapes, states, both directions, several layers, the batch first."""

import torch
from torch import nn

torch.manual_seed(3)
sequence = torch.randn(5, 2, 3)
for layer in (
    nn.RNN(3, 4),
    nn.RNN(3, 4, nonlinearity='relu', bias=False),
    nn.GRU(3, 4, num_layers=2),
    nn.LSTM(3, 4, bidirectional=True),
    nn.LSTM(3, 2, 2, batch_first=True, dropout=0.5, bidirectional=True),
):
    print(layer)
    print([(name, tuple(parameter.shape)) for name, parameter in layer.named_parameters()])
    layer.eval()
    output, state = layer(sequence.transpose(0, 1) if layer.batch_first else sequence)
    print(output.shape, output.mean(), output.flatten()[:6])
    for part in state if isinstance(state, tuple) else (state,):
        print(part.shape, part.flatten()[:4])

gru = nn.GRU(3, 4)
h = torch.ones(1, 2, 4)
output, end = gru(sequence, h)
print(torch.equal(output[-1], end[0]))
alone, end = gru(sequence[:, 0], h[:, 0])
print(alone.shape, end.shape, torch.allclose(alone, output[:, 0]))
print(len(gru.all_weights), [tuple(weight.shape) for weight in gru.all_weights[0]])
