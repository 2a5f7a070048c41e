import torch

print(torch.tensor([2, -3.4]).dtype, torch.tensor([1, 2]).dtype, torch.tensor(True).dtype, torch.zeros(1).dtype)
print(torch.arange(3).dtype, torch.arange(4.0).dtype, torch.get_default_dtype(), torch.randn(1).dtype, torch.eye(2).dtype)
print(torch.full((1,), 1).dtype, torch.full((1,), 1.0).dtype, torch.ones(1).argmax().dtype, torch.randperm(3).dtype)
