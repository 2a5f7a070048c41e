import torch

print(torch.full((2, 2), 7))
print(torch.full((2,), 1.5))
print(torch.full_like(torch.zeros(2), 3))
print(torch.eye(2))
print(torch.eye(2, 3))
print(torch.empty(2, 3).shape)
