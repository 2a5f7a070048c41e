import torch

x = torch.arange(4.0, requires_grad=True)
x.sum().backward()
print(x.grad)
(2 * x).sum().backward()
print(x.grad)
x.grad.zero_()
x.sum().backward()
print(x.grad)
x.grad = None
(x * x).sum().backward()
print(x.grad)
