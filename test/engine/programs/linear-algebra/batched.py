import torch

X, Y = torch.arange(12.0).reshape(2, 2, 3), torch.ones(2, 3, 2)
print(X @ Y, torch.bmm(X, Y).shape, (X @ torch.ones(3)).shape, (X @ torch.ones(3, 5)).shape)
