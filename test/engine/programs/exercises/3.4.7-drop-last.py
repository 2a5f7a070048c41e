import torch

from torch.utils.data import DataLoader, TensorDataset

dataset = TensorDataset(torch.arange(100.0))
for drop_last in (False, True):
    loader = DataLoader(dataset, batch_size=32, drop_last=drop_last)
    print(len(loader), [len(batch[0]) for batch in loader])
