import torch

from torch import nn

net = nn.Linear(2, 1)
print(net, net.weight, net.bias, net(torch.ones(3, 2)))
