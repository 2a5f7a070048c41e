import torch

x = torch.linspace(0.1, 1, 4, dtype=torch.float64, requires_grad=True)
(x.exp() * x.log() / (1 + x**2)).sum().backward()
print(x.grad, x.grad.dtype)
(x.float() * 2).sum().backward()
print(x.grad.dtype)
