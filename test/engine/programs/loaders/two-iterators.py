import torch

from torch.utils.data import DataLoader, TensorDataset

loader = DataLoader(TensorDataset(torch.arange(6)), batch_size=3, shuffle=True)
first, second = iter(loader), iter(loader)
print(next(second), next(first), next(first), next(second))
next(first)
