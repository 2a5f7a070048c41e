import torch

print(torch.arange(12).reshape(2, 3, 2))
print(torch.zeros(2, 2, 2, 1))
