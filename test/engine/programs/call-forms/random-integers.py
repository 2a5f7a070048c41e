import torch

print(torch.randint(5, (3,)))
print(torch.randint(2, 8, (2, 2)))
print(torch.randint(low=0, high=3, size=(4,)))
print(torch.randint(0, 2, (3,), dtype=torch.float32))
