import torch

from torch.utils.data import DataLoader

print(list(DataLoader(torch.arange(5), batch_size=2)), list(DataLoader([1.5, 2.5, 3.5], batch_size=2)))
