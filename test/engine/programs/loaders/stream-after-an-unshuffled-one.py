import torch

from torch.utils.data import DataLoader, TensorDataset

loader = DataLoader(TensorDataset(torch.arange(4)), batch_size=2, shuffle=False)
print(torch.rand(1))
batches = list(loader)
print(batches, torch.rand(1))
iter(loader)
print(torch.rand(1))
