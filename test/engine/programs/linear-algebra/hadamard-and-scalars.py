import torch

A = torch.arange(6, dtype=torch.float32).reshape(2, 3)
B = A.clone()
print(A * B, 2 + A, (2 * A).shape, A / A.sum(axis=1, keepdims=True), A == B, A.T == A.T)
