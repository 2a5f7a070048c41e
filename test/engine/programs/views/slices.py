import torch

x = torch.zeros(4, 4)
x[1:3, 1:3] += 1
inner = x[::2, 1::2]
inner.fill_(5)
print(x, inner.is_contiguous(), inner.stride())
inner.mul_(2)
print(x.sum(), x[:, 1])
