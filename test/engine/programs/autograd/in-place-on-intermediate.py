import torch

x = torch.ones(3, requires_grad=True)
y = x * 3
y += 1
y.mul_(2)
print(y)
y.sum().backward()
print(x.grad)
