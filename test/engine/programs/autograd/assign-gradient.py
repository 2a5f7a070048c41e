import torch

x = torch.ones(2, requires_grad=True)
x.grad = torch.tensor([5.0, 6.0])
(x * 2).sum().backward()
print(x.grad)
del x.grad
print(x.grad)
