import torch

X = torch.arange(12).reshape(4, 3)
print(X[[0, 2]], X[torch.tensor([3, 0, 0])], X[[0, 1], [2, 0]], X[:, [2, 0]], X[torch.tensor([[0, 1], [2, 3]])].shape)
rows = torch.tensor([0, 1, 2])
print(X[rows, torch.tensor([1, 1, 0])], X[range(2)], X[-1:, [0]])
