import torch

x = torch.ones(3)
x += torch.arange(3)
x[0] = 7
x.add_(torch.arange(3), alpha=2)
print(x)
n = torch.arange(3)
n[0] = 2.9
print(n)
