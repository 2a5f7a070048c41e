import torch

X = torch.arange(12, dtype=torch.float32).reshape(3, 4)
X[2, 1] = 30
X[:2, 1:3] = 16
X[-1] = torch.tensor([1.0, 2, 3, 4])
print(X)
X[:, 3] = X[:, 0] * 2
X[X > 15] = 0
X[[0, 2]] = -1
print(X)
X[...] = 5
X[:] = X - 1
print(X)
