import torch

A = torch.arange(1, 7).reshape(2, 3)
print(A.cumsum(axis=0), A.cumsum(dim=1), A.prod(), A.prod(1), A.cumprod(1), A.float().cumsum(-1))
