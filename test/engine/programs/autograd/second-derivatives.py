import torch

x = torch.tensor([0.5, 1.0, 2.0], requires_grad=True)
functions = (torch.exp, torch.log, torch.sqrt, torch.sin, torch.tanh, torch.sigmoid, lambda x: x**3, lambda x: 1 / x, lambda x: x * x.sum())
for f in functions:
    (first,) = torch.autograd.grad(f(x).sum(), x, create_graph=True)
    (second,) = torch.autograd.grad(first.sum(), x)
    print(first.detach(), second)
