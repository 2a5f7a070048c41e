import torch

X = torch.arange(6.0).reshape(2, 3)
print(X - X.mean(dim=0), X / X.sum(axis=1, keepdims=True), X * torch.tensor([1.0, 0, 2]), X + torch.tensor([[10.0], [20.0]]))
