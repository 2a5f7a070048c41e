import torch

x = torch.tensor(3.0)
y = torch.tensor(2.0)
print(x + y, x * y, x / y, x**y)
v = torch.arange(3)
print(v, v[2], len(v), v.shape)
A = torch.arange(6).reshape(3, 2)
print(A, A.T)
S = torch.tensor([[1, 2, 3], [2, 0, 4], [3, 4, 5]])
S == S.T
