import torch

x = torch.ones(2, requires_grad=True)
print(x, x * 2, x.sum(), torch.ones(2, 2, requires_grad=True) @ torch.ones(2, 2), x - 1, x + 1, x / 1, x**2, x.mean())
print(x.T, x[0], x[:1], x.exp(), -x, x.abs(), (x * x).detach(), x.clone(), x.sum(0), x.mean(0), 1 - x, 1 / x)
