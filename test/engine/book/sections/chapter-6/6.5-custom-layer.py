# %%
import torch
from torch import nn
from torch.nn import functional as F


class CenteredLayer(nn.Module):
    def __init__(self):
        super().__init__()

    def forward(self, X):
        return X - X.mean()


layer = CenteredLayer()
layer(torch.tensor([1.0, 2, 3, 4, 5]))

# %%
net = nn.Sequential(nn.LazyLinear(128), CenteredLayer())
Y = net(torch.rand(4, 8))
abs(Y.mean().item()) < 1e-6


# %%
class MyLinear(nn.Module):
    def __init__(self, in_units, units):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(in_units, units))
        self.bias = nn.Parameter(torch.randn(units))

    def forward(self, X):
        linear = torch.matmul(X, self.weight.data) + self.bias.data
        return F.relu(linear)


linear = MyLinear(5, 3)
linear.weight

# %%
linear(torch.rand(2, 5))

# %%
net = nn.Sequential(MyLinear(64, 8), MyLinear(8, 1))
net(torch.rand(2, 64))


# %%
class Reduction(nn.Module):
    def __init__(self, n, k):
        super().__init__()
        self.w = nn.Parameter(torch.randn(n, n, k))

    def forward(self, x):
        return torch.einsum('bi,ijk,bj->bk', x, self.w, x)


Reduction(3, 2)(torch.ones(2, 3)), Reduction(3, 2)

# %%
linear(torch.rand(2, 4))
