import torch
from d2l import torch as d2l

x = torch.linspace(-3.0, 3.0, 13, requires_grad=True)
y = torch.sin(x)
y.sum().backward()
print(x.grad - torch.cos(x).detach())
d2l.plot(x.detach(), [y.detach(), x.grad], 'x', 'f', legend=['sin', 'derivative'])
x = torch.tensor(1.3, requires_grad=True)
f = ((torch.log(x**2)) * torch.sin(x)) + x**-1
(first,) = torch.autograd.grad(f, x, create_graph=True)
(second,) = torch.autograd.grad(first, x)
first, second
