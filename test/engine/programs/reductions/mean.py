import torch

A = torch.arange(6.0).reshape(2, 3)
print(A.mean(), A.mean(0), A.mean(axis=1), A.mean(dim=0, keepdim=True), A.sum() / A.numel(), torch.mean(A), torch.zeros(0).mean())
