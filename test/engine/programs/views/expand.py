import torch

x = torch.arange(3).reshape(3, 1)
e = x.expand(3, 2)
print(e, e.stride(), e.is_contiguous())
x[0] = 7
print(e, e.sum(), e.clone().stride())
