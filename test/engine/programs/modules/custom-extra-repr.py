import torch
from torch import nn


class Scale(nn.Module):
    def __init__(self, factor):
        super().__init__()
        self.factor = factor

    def forward(self, X):
        return X * self.factor

    def extra_repr(self):
        return f'factor={self.factor}'


net = nn.Sequential(Scale(2), nn.Sequential(Scale(3), nn.Linear(2, 1)))
print(net)
net[0](torch.ones(2))
