import torch

print(torch.randn(16), torch.randn(20), torch.randn(5, 7).tolist())
