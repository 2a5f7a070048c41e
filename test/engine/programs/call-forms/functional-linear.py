import torch
from torch.nn import functional as F

x = torch.tensor([[1.0, -2.0, 0.5]])
W, b = torch.ones(2, 3), torch.tensor([0.1, 0.2])
print(F.linear(x, W))
print(F.linear(x, W, b))
print(F.relu(x))
print(F.relu(x, inplace=False))
print(F.softmax(x, dim=-1))
print(F.softmax(x, 1))
print(F.log_softmax(x, dim=1))
print(torch.softmax(x, dim=1))
print(x.softmax(1))
print(x.log_softmax(-1))
