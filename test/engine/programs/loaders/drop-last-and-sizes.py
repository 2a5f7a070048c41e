import torch

from torch.utils.data import DataLoader, TensorDataset

dataset = TensorDataset(torch.arange(10))
for batch_size, drop_last in ((3, False), (3, True), (10, False), (20, False), (20, True), (1, False)):
    loader = DataLoader(dataset, batch_size, drop_last=drop_last)
    print(batch_size, drop_last, len(loader), [len(batch[0]) for batch in loader])
