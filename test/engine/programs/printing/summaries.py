import torch

print(torch.arange(2000))
print(torch.zeros(1001))
print(torch.zeros(40, 40))
print(torch.arange(3000.0).reshape(1000, 3))
print(torch.arange(1000).shape, torch.arange(1000)[-1])
