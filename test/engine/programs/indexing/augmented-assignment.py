import torch

X = torch.arange(6.0).reshape(2, 3)
X[0] += 10
X[:, 1] *= 2
X[1, 2] -= 0.5
X[X > 11] /= 2
print(X)
