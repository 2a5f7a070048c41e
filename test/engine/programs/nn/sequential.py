import torch

from torch import nn

net = nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 1))
print(net, [tuple(p.shape) for p in net.parameters()], net(torch.ones(2, 4)))
