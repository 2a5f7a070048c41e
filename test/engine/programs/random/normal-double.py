import torch

print(torch.randn(3, dtype=torch.float64).tolist(), torch.randn(18, dtype=torch.float64).tolist())
