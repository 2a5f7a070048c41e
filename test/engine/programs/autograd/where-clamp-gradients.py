import torch

x = torch.tensor([-2.0, -0.5, 0.0, 0.5, 2.0], requires_grad=True)
torch.where(x > 0, x * x, -x).sum().backward()
print(x.grad)
x.grad = None
(x.clamp(-1, 1) * 3 + torch.maximum(x, torch.zeros(5))).sum().backward()
print(x.grad)
x.grad = None
x.abs().sum().backward()
print(x.grad)
