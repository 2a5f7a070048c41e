import torch

print(torch.arange(12), torch.arange(12.0), torch.arange(12, dtype=torch.float32))
print(torch.arange(2, 7), torch.arange(1, 2, 0.25), torch.arange(5, 0, -2), torch.arange(0))
print(torch.arange(0, 1, 0.1))
print(torch.arange(3.5))
