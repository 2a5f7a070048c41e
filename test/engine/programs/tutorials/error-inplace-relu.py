import torch

x = torch.randn(3, requires_grad=True)
y = torch.exp(x)
z = y ** 2
y += 1
print(y._version)
z.sum().backward()
