import torch

x = torch.tensor([-1.5, -0.2, 0.0, 0.7, 2.0])
print(torch.exp(x))
print(x.exp())
print(torch.abs(x))
print(x.abs())
print(torch.sign(x))
print(torch.neg(x))
print(-x)
print(+x)
print(abs(x))
