import torch

x = torch.arange(24)
print(x.reshape(2, 12).shape)
print(x.reshape((2, -1)).shape)
print(x.reshape([4, 6]).shape)
print(torch.reshape(x, (3, 8)).shape)
print(x.view(2, 3, 4).shape)
print(x.view(-1, 6).shape)
print(x.view((6, 4)).shape)
