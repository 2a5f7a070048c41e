import torch

x = torch.tensor([3, 1, 2, 3])
print(torch.nonzero(x == 3))
print((x == 3).nonzero(as_tuple=True))
print(torch.bincount(x))
print(torch.histc(x.float(), bins=3, min=1, max=3))
print(torch.searchsorted(torch.tensor([1, 2, 3]), x))
print(torch.bucketize(x, torch.tensor([1, 2])))
print(torch.isin(x, torch.tensor([1, 2])))
