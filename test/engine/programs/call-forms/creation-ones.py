import torch

print(torch.ones(2))
print(torch.ones((2,)))
print(torch.ones(2, 2, dtype=torch.float64))
print(torch.ones(1, device='cpu'))
print(torch.ones_like(torch.zeros(2)))
