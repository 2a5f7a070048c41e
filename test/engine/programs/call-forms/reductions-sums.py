import torch

x = torch.tensor([[1.0, 5.0, 3.0], [4.0, 2.0, 6.0]])
print(x.sum(1))
print(x.sum(dim=1))
print(x.sum(axis=1))
print(x.sum(1, keepdims=True))
print(x.sum(1, keepdim=True))
print(torch.sum(x, 0))
print(torch.sum(x, dim=(0, 1)))
