import torch

print(torch.ones(12, requires_grad=True) * 0.5)
print(torch.ones(2, 2, dtype=torch.float64, requires_grad=True).exp())
print((torch.ones(10, dtype=torch.float64, requires_grad=True) * 1.25).sum())
