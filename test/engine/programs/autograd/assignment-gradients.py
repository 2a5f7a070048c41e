import torch

x = torch.ones(3, requires_grad=True)
y = x * 2
y[0] = 10
y[1] = x[2] * 5
y.sum().backward()
print(y, x.grad)
