import torch

print(torch.linspace(0, 1, 5))
print(torch.linspace(start=-1, end=1, steps=3))
print(torch.logspace(0, 2, 3))
