from collections import OrderedDict

import torch
from torch import nn

net = nn.Sequential(OrderedDict([('first', nn.Linear(2, 3)), ('act', nn.ReLU()), ('last', nn.Linear(3, 1))]))
print(net, len(net), net.first, net[-1], net[:2])
net.add_module('extra', nn.Tanh())
net.append(nn.Identity())
print([name for name, _ in net.named_children()])
print([type(layer).__name__ for layer in net])
net[1] = nn.Sigmoid()
del net[4]
net
