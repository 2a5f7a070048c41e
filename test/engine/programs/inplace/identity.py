import torch

X, Y = torch.arange(3.0), torch.ones(3)
before = id(Y)
Y = Y + X
print(id(Y) == before)
Z = torch.zeros_like(Y)
before = id(Z)
Z[:] = X + Y
print(id(Z) == before, Z)
before = id(X)
X += Y
print(id(X) == before, X)
