import torch

A = torch.arange(6, dtype=torch.float32).reshape(2, 3)
print(A.sum(), A.sum(0), A.sum(axis=1), A.sum(dim=1, keepdim=True), A.sum(axis=[0, 1]), A.sum((0, 1)), torch.sum(A, 0))
print(A.sum(-1), A.sum(axis=1, keepdims=True).shape, torch.zeros(0).sum(), torch.ones(2, 3, 4).sum((0, 2)))
