import torch

x = torch.tensor([[1.0, 5.0, 3.0], [4.0, 2.0, 6.0]])
print(x.mean(0))
print(x.mean(axis=0))
print(torch.mean(x))
print(torch.mean(x, dim=1, keepdim=True))
print(x.mean((0, 1)))
