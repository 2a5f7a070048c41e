import torch

X = torch.arange(6.0).reshape(2, 3)
A = X.numpy()
B = torch.from_numpy(A)
print(type(A), type(B))
A[0, 0] = 99
print(X, B)
a = torch.tensor([3.5])
a, a.item(), float(a), int(a)
