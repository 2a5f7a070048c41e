import torch

x = torch.tensor([3, 1, 2, 3])
print(torch.sort(x))
print(x.sort(descending=True))
print(torch.argsort(x))
print(x.argsort(descending=True))
print(torch.topk(x, 2))
print(x.topk(2, largest=False))
print(torch.unique(x))
print(torch.unique(x, return_counts=True))
print(x.unique(return_inverse=True))
print(torch.unique_consecutive(x))
