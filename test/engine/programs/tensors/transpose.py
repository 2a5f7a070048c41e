import torch

x = torch.arange(6).reshape(2, 3)
print(x.T, x.t(), x.transpose(0, 1).shape, torch.transpose(x, 0, 1))
y = torch.arange(24).reshape(2, 3, 4)
print(y.permute(2, 0, 1).shape, y.permute(2, 0, 1)[1], y.transpose(1, 2).shape, y.swapaxes(0, 2).shape)
print(x.T.is_contiguous(), x.T.contiguous().is_contiguous(), x.T.reshape(-1), x.T.stride())
