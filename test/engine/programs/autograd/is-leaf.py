import torch

x = torch.ones(2, requires_grad=True)
y = x * 2
print(x.is_leaf, y.is_leaf, torch.ones(1).is_leaf, y.detach().is_leaf, torch.normal(0, 0.01, (2, 1), requires_grad=True).is_leaf)
print(x.grad_fn, y.grad_fn is None, type(y.grad_fn).__name__, y.grad_fn.name())
