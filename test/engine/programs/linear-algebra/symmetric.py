import torch

A = torch.tensor([[4, 1, 0], [1, 7, -2], [0, -2, 6]])
print(A == A.T, (A == A.T).all(), A @ A, A.float() @ A.float())
