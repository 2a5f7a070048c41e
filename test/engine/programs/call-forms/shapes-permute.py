import torch

x = torch.arange(24)
X = x.reshape(2, 3, 4)
print(X.permute(2, 0, 1).shape)
print(X.permute((0, 2, 1)).shape)
print(torch.permute(X, (1, 0, 2)).shape)
print(X.transpose(0, 2).shape)
print(X.swapaxes(1, 2).shape)
print(X.mT.shape)
print(X.movedim(0, -1).shape)
print(torch.transpose(X, -1, -2).shape)
