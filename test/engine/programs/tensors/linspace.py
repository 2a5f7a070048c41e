import torch

print(torch.linspace(0, 1, 5), torch.linspace(-2, 2, 3), torch.linspace(3, 3, 1))
print(torch.linspace(0, 10, 4, dtype=torch.float64))
