import torch

from torch import nn

net = nn.Sequential(nn.LazyLinear(2), nn.ReLU())
print(net)
print(net(torch.ones(1, 3)), net)
