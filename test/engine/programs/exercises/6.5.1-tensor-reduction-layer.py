import torch
from torch import nn


class Bilinear(nn.Module):
    def __init__(self, n, out):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(out, n, n))

    def forward(self, x):
        return torch.einsum('bi,kij,bj->bk', x, self.weight, x)


layer = Bilinear(3, 2)
x = torch.randn(4, 3)
y = layer(x)
y.sum().backward()
print(y, layer.weight.grad.shape)
torch.stack([(x @ W * x).sum(1) for W in layer.weight], dim=1)
