import torch

print(torch.normal(0, 0.01, (2, 1)), torch.normal(0.0, 1.0, (3,)), torch.normal(5, 2, size=(2, 9)))
print(torch.normal(torch.zeros(3), torch.ones(3)), torch.normal(torch.arange(4.0), 0.1), torch.normal(0, torch.arange(1.0, 4)))
