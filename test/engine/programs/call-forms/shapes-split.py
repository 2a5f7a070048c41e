import torch

x = torch.arange(24)
X = x.reshape(2, 3, 4)
print([part.shape for part in X.split(2, dim=1)])
print([part.shape for part in torch.chunk(x, 5)])
print([len(part) for part in torch.split(x, [4, 20])])
print([part.tolist() for part in torch.tensor_split(torch.arange(7), 3)])
print(len(X.unbind(0)))
print(len(torch.unbind(X, dim=1)))
