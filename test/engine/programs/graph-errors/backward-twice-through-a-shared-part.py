import torch

x = torch.ones(2, requires_grad=True)
shared = x * x
first, second = shared.sum(), (shared * 2).sum()
first.backward()
print(x.grad)
second.backward()
