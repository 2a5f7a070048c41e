import torch

X = torch.arange(12, dtype=torch.float32).reshape((3, 4))
print(X[-1], X[1, 2], X[0][1], X[2, -1].item(), X[1, 2].shape)
print(X[torch.tensor(1)], X[(0, 1)])
X[-1]
