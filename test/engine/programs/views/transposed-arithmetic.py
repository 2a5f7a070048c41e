import torch

x = torch.arange(6.0).reshape(2, 3)
print(x.T + x.T, x.T @ x, (x.T * 2).sum(0), x.T.exp().shape, x.T.reshape(6), x.permute(1, 0).mean(1))
