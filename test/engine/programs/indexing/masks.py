import torch

x = torch.arange(6) - 2
print(x[x > 0], x[torch.tensor([True, False] * 3)], x[x > 10], x.reshape(2, 3)[x.reshape(2, 3) % 2 == 0])
X = torch.arange(6).reshape(3, 2)
print(X[torch.tensor([True, False, True])], X[X[:, 0] > 1], X.masked_select(X > 2), X.nonzero())
