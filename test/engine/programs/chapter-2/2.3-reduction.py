import torch

A = torch.arange(6, dtype=torch.float32).reshape(2, 3)
print(A.sum(), A.sum(axis=0), A.sum(axis=0).shape, A.sum(axis=1))
print(A.sum(axis=[0, 1]) == A.sum())
print(A.mean(), A.sum() / A.numel())
print(A.mean(axis=0), A.sum(axis=0) / A.shape[0])
sum_A = A.sum(axis=1, keepdims=True)
print(sum_A, sum_A.shape)
print(A / sum_A)
A.cumsum(axis=0)
