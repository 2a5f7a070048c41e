import torch

X = torch.arange(6.0).reshape(2, 3)
Y = torch.ones(2, 3)
before = id(Y)
Y = Y + X
print(id(Y) == before)
Z = torch.zeros_like(Y)
print(id(Z) == id(Z))
address = id(Z)
Z[:] = X + Y
print(id(Z) == address, Z)
before = id(X)
X += Y
print(id(X) == before)
