import torch

print(torch.randn(3), torch.rand(2), torch.randn(3), torch.randn(16)[:3], torch.randn(1))
torch.manual_seed(0)
print(torch.randn(1), torch.randn(1), torch.randn(2))
