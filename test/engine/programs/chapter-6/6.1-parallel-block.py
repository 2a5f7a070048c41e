import torch
from torch import nn


class Parallel(nn.Module):
    def __init__(self, net1, net2):
        super().__init__()
        self.net1, self.net2 = net1, net2

    def forward(self, X):
        return torch.cat((self.net1(X), self.net2(X)), dim=1)


def block(width):
    return nn.Sequential(nn.Linear(4, width), nn.Tanh())


net = nn.Sequential(*[Parallel(block(2), block(2)) for _ in range(2)])
print(net)
net(torch.ones(1, 4))
