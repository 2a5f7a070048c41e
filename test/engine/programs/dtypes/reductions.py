import torch

print(torch.arange(6).sum().dtype, (torch.ones(2) > 0).sum().dtype, torch.ones(2, dtype=torch.bool).sum(), torch.arange(3).prod())
print(torch.arange(4, dtype=torch.float64).mean().dtype, torch.arange(4).float().mean(), torch.arange(4).sum(dtype=torch.float32))
