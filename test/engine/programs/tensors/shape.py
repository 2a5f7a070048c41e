import torch

x = torch.arange(24).reshape(2, 3, 4)
print(x.shape, x.size(), x.size(0), x.size(-1), x.dim(), x.ndim, x.numel(), len(x))
print(x.shape[1], x.shape == (2, 3, 4), tuple(x.shape), list(x.shape), x.shape.numel())
rows, columns = x.reshape(6, 4).shape
print(rows, columns, x.shape[1:], x.shape[-1:] + (5,))
x.shape
