import torch
from torch import nn
from torch.nn import functional as F


class FixedHidden(nn.Module):
    def __init__(self):
        super().__init__()
        self.rand_weight = torch.rand((6, 6))
        self.linear = nn.LazyLinear(6)

    def forward(self, X):
        X = self.linear(X)
        X = F.relu(X @ self.rand_weight + 1)
        X = self.linear(X)
        while X.abs().sum() > 1:
            X /= 2
        return X.sum()


class Nest(nn.Module):
    def __init__(self):
        super().__init__()
        self.net = nn.Sequential(nn.LazyLinear(8), nn.ReLU(), nn.LazyLinear(4), nn.ReLU())
        self.linear = nn.LazyLinear(2)

    def forward(self, X):
        return self.linear(self.net(X))


X = torch.rand(2, 6)
print(FixedHidden()(X))
chimera = nn.Sequential(Nest(), nn.LazyLinear(6), FixedHidden())
print(chimera(X))
chimera
