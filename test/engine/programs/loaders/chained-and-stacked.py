"""ChainDataset, StackDataset, default_convert; what of a loader is fixed, and arguments that need workers."""

import numpy as np
import torch
from torch.utils.data import ChainDataset, DataLoader, IterableDataset, StackDataset, TensorDataset, default_convert


class Counting(IterableDataset):
    def __init__(self, stop):
        self.stop = stop

    def __iter__(self):
        return iter(range(self.stop))


print(list(DataLoader(ChainDataset([Counting(3), Counting(2)]), batch_size=2)))
first, second = TensorDataset(torch.arange(3)), TensorDataset(torch.arange(3) * 2)
print(StackDataset(first, second)[1], StackDataset(a=first, b=second)[2], len(StackDataset(first)))
print(list(DataLoader(StackDataset(a=torch.arange(3), b=torch.ones(3)), batch_size=2)))
print(default_convert(np.ones(2)), default_convert({'a': [np.zeros(1), 3, 'x']}))
loader = DataLoader(first, batch_size=2)
for make in (
    lambda: StackDataset(),
    lambda: StackDataset(first, a=second),
    lambda: StackDataset(first, torch.arange(2)),
    lambda: DataLoader(first, timeout=-1),
    lambda: DataLoader(first, prefetch_factor=2),
    lambda: DataLoader(first, persistent_workers=True),
    lambda: setattr(loader, 'batch_size', 3),
    lambda: setattr(loader, 'dataset', second),
    lambda: list(ChainDataset([first])),
):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)
