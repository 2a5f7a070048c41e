import torch

A = torch.randn(3, 4)
B = torch.randn(3, 4)
print(torch.equal(A.T.T, A), torch.equal(A.T + B.T, (A + B).T))
Q = torch.randn(3, 3)
print(torch.equal(Q + Q.T, (Q + Q.T).T))
X = torch.arange(24).reshape(2, 3, 4)
print(len(X), X.sum(axis=0).shape, X.sum(axis=1).shape, X.sum(axis=2).shape)
print(torch.linalg.norm(X.float()), torch.linalg.norm(X.float().reshape(-1)))
try:
    A / A.sum(axis=1)
except RuntimeError as error:
    print(error)
stacked = torch.stack([torch.ones(2, 3), torch.zeros(2, 3), torch.ones(2, 3)])
stacked.shape, stacked[1]
