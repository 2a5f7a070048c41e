import torch
from torch import nn

net = nn.Sequential(nn.Linear(2, 2), nn.ReLU(), nn.Linear(2, 1))
shapes = []
handle = net[1].register_forward_hook(lambda module, inputs, output: shapes.append(tuple(output.shape)))
net(torch.ones(4, 2))
handle.remove()
net(torch.ones(4, 2))
print(shapes)
names = []
net.apply(lambda module: names.append(type(module).__name__))
print(names)
print([name for name, _ in net.named_modules()], len(list(net.modules())))
print(net.get_submodule('0'), net.get_parameter('0.weight').shape)
