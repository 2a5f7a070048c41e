import torch

print(torch.normal(torch.zeros(3), torch.ones(3)))
print(torch.normal(torch.arange(3.0)))
print(torch.normal(1.0, torch.ones(2)))
