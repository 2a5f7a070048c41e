import torch

x = torch.tensor([-1.5, -0.2, 0.0, 0.7, 2.0])
p = torch.tensor([0.1, 0.5, 1.0, 2.0])
print(torch.maximum(x, -x))
print(torch.where(x > 0, x, 0.0))
print(torch.where(x > 0, x, torch.zeros(5)))
print(torch.where(x > 0))
print(x // 0.5)
print(x % 0.5)
print(torch.remainder(x, 0.5))
print(torch.fmod(x, 0.5))
print(torch.floor_divide(p, 0.3))
