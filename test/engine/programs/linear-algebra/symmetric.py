import torch

A = torch.tensor([[1, 2, 3], [2, 0, 4], [3, 4, 5]])
print(A == A.T, (A == A.T).all(), A @ A, A.float() @ A.float())
