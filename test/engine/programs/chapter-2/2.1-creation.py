import torch

x = torch.arange(12, dtype=torch.float32)
print(x)
print(x.numel(), x.shape, len(x))
X = x.reshape(3, 4)
print(X)
print(x.reshape(-1, 4), x.reshape(3, -1))
print(torch.zeros((2, 3, 4)))
print(torch.ones((2, 3, 4)))
print(torch.randn(3, 4))
torch.tensor([[2, 1, 4, 3], [1, 2, 3, 4], [4, 3, 2, 1]])
