"""Packed sequences, recurrent layers along them, and LSTMs whose state is projected."""

import torch
from torch import nn
from torch.nn.utils import rnn


def said(call):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)


def shown(tensor):
    return tuple(tensor.shape), [round(x, 4) + 0.0 for x in tensor.flatten().tolist()[:7]]


x = torch.arange(24.0).reshape(3, 4, 2) / 10
packed = rnn.pack_padded_sequence(x, torch.tensor([4, 2, 1]), batch_first=True)
print(packed)
loose = rnn.pack_padded_sequence(x, [2, 4, 1], batch_first=True, enforce_sorted=False)
print(loose, len(loose), type(loose), isinstance(loose, tuple), loose.data.shape)
print(rnn.pad_packed_sequence(loose, batch_first=True))
print(rnn.pad_packed_sequence(loose, padding_value=-1.0, total_length=5)[0][:, 0])
print(rnn.pack_sequence([torch.ones(3), torch.zeros(2)]))
print(rnn.unpack_sequence(loose), rnn.invert_permutation(torch.tensor([2, 0, 1])))
print(loose.double().data.dtype, loose.long().data.dtype, loose.is_cuda, loose.cpu() is loose)

for kind in (nn.RNN, nn.GRU, nn.LSTM):
    torch.manual_seed(0)
    layer = kind(2, 3, num_layers=2, bidirectional=True, dropout=0.3)
    for sequence in (packed, loose):
        layer.zero_grad()
        torch.manual_seed(1)
        output, last = layer(sequence)
        parts = last if isinstance(last, tuple) else (last,)
        (output.data.sum() + sum((part**2).sum() for part in parts)).backward()
        print(kind.__name__, shown(output.data), [shown(part) for part in parts], output.unsorted_indices)
        print([round(p.grad.norm().item(), 4) for p in layer.parameters()])
start = torch.full((1, 3, 3), 0.5)
print(shown(nn.GRU(2, 3)(loose, start)[1]))
print(shown(nn.LSTM(2, 3)(loose, (start, start * torch.arange(3.0).reshape(1, 3, 1)))[1][1]))

torch.manual_seed(3)
layer = nn.LSTM(2, 4, 2, proj_size=3, bidirectional=True)
print(layer, {name: tuple(p.shape) for name, p in layer.named_parameters()})
for inputs in (torch.randn(5, 3, 2), torch.randn(5, 2), loose):
    layer.zero_grad()
    output, (hidden, cell) = layer(inputs)
    data = output.data if isinstance(output, rnn.PackedSequence) else output
    (data**2).sum().backward()
    print(shown(data), shown(hidden), shown(cell), round(layer.weight_hr_l0.grad.norm().item(), 4))

classifier = nn.LSTM(2, 4, batch_first=True)
head = nn.Linear(4, 1)
optimizer = torch.optim.SGD([*classifier.parameters(), *head.parameters()], 0.1)
for _ in range(3):
    optimizer.zero_grad()
    _, (hidden, _) = classifier(loose)
    loss = (head(hidden[-1]) - torch.tensor([[1.0], [2.0], [3.0]])).pow(2).mean()
    loss.backward()
    optimizer.step()
    print(round(loss.item(), 4))

said(lambda: rnn.pad_packed_sequence(loose, total_length=2))
said(lambda: rnn.pack_padded_sequence(x, [2, 4, 1], batch_first=True))
said(lambda: rnn.pack_padded_sequence(x, [4, 2, 0], batch_first=True))
said(lambda: rnn.pack_padded_sequence(x, [4, 2], batch_first=True))
said(lambda: rnn.pack_sequence([torch.ones(2), torch.zeros(3)]))
said(lambda: nn.GRU(2, 3, proj_size=1))
said(lambda: nn.LSTM(2, 3, proj_size=3))
said(lambda: nn.LSTM(2, 3, proj_size=-1))
said(lambda: nn.LSTM(2, 4, proj_size=3)(torch.zeros(2, 1, 2), (torch.zeros(1, 1, 4), torch.zeros(1, 1, 4))))
said(lambda: nn.LSTM(2, 4, proj_size=3)(torch.zeros(2, 1, 2), (torch.zeros(1, 1, 3), torch.zeros(1, 1, 3))))
