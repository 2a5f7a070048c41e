"""The attributes of a module, hooks as they are printed, a transposed convolution to a size, flat weights, layouts."""

import torch
from torch import nn

layer = nn.Linear(2, 1)
print(list(vars(layer)))


class Double:
    def __call__(self, module, args, output):
        return output * 2

    def __repr__(self):
        return 'Double()'


handle = layer.register_forward_hook(Double())
print([*layer._forward_hooks.values()], len(layer._forward_pre_hooks), type(handle).__name__, layer(torch.zeros(1, 2)) / layer.bias)
handle.remove()
print(layer._forward_hooks)
for size in (None, (7, 8), (1, 1, 8, 7)):
    print(nn.ConvTranspose2d(1, 2, 3, stride=2)(torch.ones(1, 1, 3, 3), output_size=size).shape)
print(nn.ConvTranspose1d(1, 2, 3, stride=3, padding=1)(torch.ones(1, 1, 3), output_size=[9]).shape)
lstm = nn.LSTM(3, 2, bidirectional=True)
print([tuple(weight.shape) for weight in lstm._flat_weights], lstm._flat_weights_names)
x = torch.ones(2, 3)
print(x.layout, x.layout == torch.strided, x.names, nn.Linear(2, 1).share_memory(), nn.Linear(2, 1).to_empty(device='cpu'))
