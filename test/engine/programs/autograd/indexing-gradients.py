import torch

x = torch.arange(6.0).reshape(2, 3).requires_grad_()
(x[0] * 2 + x[:, 1].sum() + x[[1, 1]].sum() + x[x > 4].sum()).sum().backward()
print(x.grad)
