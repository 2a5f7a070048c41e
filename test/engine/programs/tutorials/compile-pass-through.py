import torch
from torch import nn


@torch.compile
def f(x, y):
    return torch.sin(x) + torch.cos(y)


print(f(torch.zeros(2), torch.zeros(2)))
g = torch.compile(lambda x: x * 2, backend='eager')
print(g(torch.arange(3)))
net = nn.Linear(2, 1)
nn.init.ones_(net.weight)
nn.init.zeros_(net.bias)
c = torch.compile(net, mode='reduce-overhead', backend='eager')
print(c(torch.ones(1, 2)))


@torch.compile(fullgraph=True, backend='eager')
def h(a):
    return a.relu()


print(h(torch.tensor([-1., 1.])))
torch.set_float32_matmul_precision('high')
print(torch.get_float32_matmul_precision())
