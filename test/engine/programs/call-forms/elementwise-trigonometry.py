import torch

x = torch.tensor([-1.5, -0.2, 0.0, 0.7, 2.0])
print(torch.sin(x))
print(torch.cos(x))
print(torch.tan(x))
print(torch.sinh(x))
print(torch.cosh(x))
print(torch.tanh(x))
print(torch.asin(x / 2))
print(torch.acos(x / 2))
print(torch.atan(x))
print(torch.atan2(x, torch.ones(5)))
