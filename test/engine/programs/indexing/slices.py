import torch

X = torch.arange(12).reshape(3, 4)
print(X[1:3], X[:, 1], X[:2, :], X[:, ::2], X[1:, -2:], X[:, 1:2].shape, X[5:], X[0:0].shape)
print(X[::2], X[:, :-1], X[..., 0], X[None].shape, X[:, None].shape, X[1, ...])
