import torch

print(torch.rand(2))
print(torch.rand(2, 2))
print(torch.rand((1, 2)))
print(torch.rand(size=(2,)))
print(torch.rand(1, 2, device='cpu'))
print(torch.rand(2, dtype=torch.float64))
