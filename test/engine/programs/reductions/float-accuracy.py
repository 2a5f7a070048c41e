import torch

print(torch.ones(1000000).sum(), torch.full((10000,), 0.1).sum(), torch.full((1000,), 0.1).mean(), (torch.arange(1000.0) / 7).sum())
