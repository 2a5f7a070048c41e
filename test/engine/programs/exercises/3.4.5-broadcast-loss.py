import torch

y_hat, y = torch.arange(4.0).reshape(4, 1), torch.arange(4.0)
print((y_hat - y).shape, (y_hat - y.reshape(y_hat.shape)).shape)
print(y_hat - y)
print(((y_hat - y) ** 2 / 2).mean(), ((y_hat - y.reshape(y_hat.shape)) ** 2 / 2).mean())
