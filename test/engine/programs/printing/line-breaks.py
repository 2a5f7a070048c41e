import torch

print(torch.arange(30))
print(torch.linspace(0, 1, 12))
print(torch.arange(40.0).reshape(2, 20))
print(torch.tensor([[0.123456789] * 10]))
