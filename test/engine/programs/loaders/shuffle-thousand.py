import torch

from torch.utils.data import DataLoader, TensorDataset

loader = DataLoader(TensorDataset(torch.arange(1000)), batch_size=32, shuffle=True)
first = next(iter(loader))[0]
print(first)
print(sum(len(batch[0]) for batch in loader), sorted(torch.cat([batch[0] for batch in loader]).tolist()) == list(range(1000)))
