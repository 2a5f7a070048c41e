import torch

X = torch.zeros(3, 4)
X[:] = torch.arange(4.0)
X[1:] += torch.tensor([[10.0], [20.0]])
X[:, 0] = -1
print(X)
print(torch.broadcast_to(torch.arange(2), (3, 2)))
