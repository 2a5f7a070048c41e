import torch

print(torch.randn(3), torch.randn(1), torch.randn(2, 3), torch.randn(()), torch.randn(15))
