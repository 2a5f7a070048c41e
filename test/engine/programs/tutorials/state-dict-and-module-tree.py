import torch
from torch import nn
from collections import OrderedDict


class Block(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.lin = nn.Linear(n, n)
        self.register_buffer('count', torch.zeros(1))
        self.register_buffer('tmp', torch.zeros(1), persistent=False)
        self.scale = nn.Parameter(torch.ones(n))
        self.register_parameter('none', None)

    def forward(self, x):
        self.count += 1
        return self.lin(x) * self.scale

    def extra_repr(self):
        return 'n=%d' % len(self.scale)


net = nn.Sequential(OrderedDict([('first', Block(2)), ('act', nn.Tanh()), ('second', Block(2))]))
print(net)
print(list(net.state_dict().keys()))
print([n for n, _ in net.named_modules()], [n for n, _ in net.named_buffers()])
net(torch.ones(1, 2)); net(torch.ones(1, 2))
print(net.first.count, net.state_dict()['second.count'])
print(isinstance(net.state_dict(), OrderedDict), net.training, net.eval().training)
print(net.get_submodule('first.lin'), net.get_parameter('first.scale'), len(net), net[-1], net[:2])
net.add_module('out', nn.Linear(2, 1))
print(net.out, list(net._modules))
del net.act
print(net(torch.ones(1, 2)).shape)
ml = nn.ModuleList([nn.Linear(1, 1) for _ in range(2)])
ml.append(nn.ReLU()); ml.extend([nn.Tanh()]); ml.insert(0, nn.Identity())
print(ml, len(ml))
md = nn.ModuleDict({'a': nn.Linear(1, 2), 'b': nn.ReLU()})
print(md, 'a' in md, list(md.keys()))
pl = nn.ParameterList([nn.Parameter(torch.ones(i + 1)) for i in range(2)])
print(pl)
try:
    net.nothing
except AttributeError as e:
    print(e)
try:
    net.first.lin.weight = torch.ones(2, 2)
except TypeError as e:
    print(e)
for a, b in net.first.named_parameters(prefix='x', recurse=False):
    print(a, b)
net.double()
print(net.first.lin.weight.dtype, net.first.count.dtype)
