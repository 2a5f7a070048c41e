import torch

print(torch.arange(3))
print(torch.arange(1, 4))
print(torch.arange(0, 1, 0.25))
print(torch.arange(3, dtype=torch.float32))
print(torch.arange(0.0, 3.0, requires_grad=True))
