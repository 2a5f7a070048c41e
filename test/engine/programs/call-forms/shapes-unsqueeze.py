import torch

x = torch.arange(24)
X = x.reshape(2, 3, 4)
print(X.unsqueeze(0).shape)
print(X.unsqueeze(dim=-1).shape)
print(X[None].shape)
print(X[..., None].shape)
print(X.unsqueeze(1).squeeze(1).shape)
print(torch.unsqueeze(X, 0).squeeze().shape)
print(X.squeeze().shape)
