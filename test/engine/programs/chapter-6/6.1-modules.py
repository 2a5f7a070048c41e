import torch
from torch import nn
from torch.nn import functional as F

net = nn.Sequential(nn.LazyLinear(16), nn.ReLU(), nn.LazyLinear(3))
X = torch.rand(2, 5)
print(net(X).shape)


class MLP(nn.Module):
    def __init__(self):
        super().__init__()
        self.hidden = nn.LazyLinear(16)
        self.out = nn.LazyLinear(3)

    def forward(self, X):
        return self.out(F.relu(self.hidden(X)))


net = MLP()
print(net(X).shape, net)


class MySequential(nn.Module):
    def __init__(self, *args):
        super().__init__()
        for idx, module in enumerate(args):
            self.add_module(str(idx), module)

    def forward(self, X):
        for module in self.children():
            X = module(X)
        return X


net = MySequential(nn.LazyLinear(16), nn.ReLU(), nn.LazyLinear(3))
print(net)
net(X)
