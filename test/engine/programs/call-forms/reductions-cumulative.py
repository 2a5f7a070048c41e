import torch

x = torch.tensor([[1.0, 5.0, 3.0], [4.0, 2.0, 6.0]])
print(x.cumsum(axis=0))
print(x.cumsum(dim=1))
print(torch.cumsum(x, 1))
print(x.cumprod(1))
print(x.cummax(1))
print(torch.logcumsumexp(x, 1))
