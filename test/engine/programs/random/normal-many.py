import torch

x = torch.randn(1000, 3)
print(x[0], x[-1], x.sum().item(), x.mean().item(), x.std().item())
