import torch

x = torch.tensor([1.0, 2.0, 3.0], requires_grad=True)
e = torch.tensor([2.0, 0.5, -1.0], requires_grad=True)
(x**e).sum().backward()
print(x.grad, e.grad)
x.grad = None
(2**x).sum().backward()
print(x.grad)
x.grad = None
(1 / x + x / 4 + 3 / x**2).sum().backward()
print(x.grad)
