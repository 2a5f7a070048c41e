import torch
from torch import nn

net = nn.Sequential(nn.LazyLinear(3), nn.ReLU(), nn.LazyLinear(1))
print(net[0].weight, net)
print([type(p).__name__ for p in net.parameters()])
try:
    net[0].weight.shape
except Exception as error:
    print(type(error).__name__, error)
try:
    torch.optim.SGD(net.parameters(), lr=0.1)
    print('made')
except Exception as error:
    print(type(error).__name__, error)
net(torch.ones(1, 4))
print(net, type(net[0]).__name__)
