import torch

print(torch.randint(10, (5,)), torch.randint(0, 2, (3, 2)), torch.randint(low=5, high=8, size=(4,)), torch.randint(0, 2**40, (2,)))
