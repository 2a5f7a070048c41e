"""Hooks before and after forward and backward, with keywords, on failure; buffers and submodules by name."""

import torch
from torch import nn

torch.manual_seed(0)
net = nn.Sequential(nn.Linear(2, 3), nn.ReLU(), nn.Linear(3, 1))
x = torch.tensor([[1.0, -2.0]], requires_grad=True)


class Scaled(nn.Module):
    def forward(self, x, *, factor=1.0):
        if factor < 0:
            raise ValueError('negative')
        return x * factor


scaled = Scaled()
handle = scaled.register_forward_pre_hook(lambda m, a, k: (a, {**k, 'factor': 3.0}), with_kwargs=True)
print(scaled(x, factor=2.0))
handle.remove()
scaled.register_forward_hook(lambda m, a, k, out: print('after', k, out), with_kwargs=True)
scaled.register_forward_hook(lambda m, a, out: print('always', out), always_call=True)
scaled(x, factor=2.0)
try:
    scaled(x, factor=-1.0)
except ValueError as error:
    print(error)


def tell(name):
    return lambda module, *found: print(name, type(module).__name__, [[None if g is None else g.shape for g in each] for each in found])


net[0].register_full_backward_hook(tell('full'))
net[2].register_full_backward_pre_hook(tell('before'))
net[2].register_full_backward_pre_hook(lambda m, g: (g[0] * 10,))
net.register_full_backward_hook(lambda m, gi, go: (gi[0] * 0,), prepend=True)
net(x).sum().backward()
print(x.grad, net[2].weight.grad)
print(net.register_forward_hook(lambda *_: None).id >= 0)

norm = nn.Sequential(nn.BatchNorm1d(2))
print(norm.get_buffer('0.running_mean'), norm.get_parameter('0.weight').shape, norm.get_submodule('0'))
norm.set_submodule('0', nn.Tanh())
print(norm)
for call in (lambda: norm.get_buffer('0.mean'), lambda: net.get_buffer('0.weight'), lambda: norm.set_submodule('', nn.ReLU())):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
