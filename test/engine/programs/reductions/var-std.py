import torch

A = torch.arange(8.0).reshape(2, 4)
print(A.var(), A.std(), A.std(dim=1), A.var(0), A.var(unbiased=False), torch.std(A), A.var(dim=1, keepdim=True).shape)
