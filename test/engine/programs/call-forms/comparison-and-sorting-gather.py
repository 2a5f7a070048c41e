import torch

x = torch.tensor([3, 1, 2, 3])
print(x.gather(0, torch.tensor([0, 2])))
print(torch.take(x, torch.tensor([1])))
print(x.index_select(0, torch.tensor([3, 0])))
print(torch.masked_select(x, x > 1))
print(x.masked_fill(x > 2, 0))
print(torch.zeros(4).scatter(0, torch.tensor([1, 2]), 5.0))
print(torch.zeros(4).scatter_(0, x[1:2], 1.0))
print(torch.zeros(4).index_add(0, x, torch.ones(4)))
print(torch.kthvalue(x, 2))
print(torch.take_along_dim(x, torch.argsort(x)))
