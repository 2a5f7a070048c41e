import torch
from torch.utils.data import DataLoader, RandomSampler, TensorDataset

stream = torch.Generator().manual_seed(5)
loader = DataLoader(TensorDataset(torch.arange(5)), 2, shuffle=True, drop_last=True, generator=stream)
for _ in range(3):
    print([batch[0].tolist() for batch in loader])
print(next(iter(loader)))
print([batch[0].tolist() for batch in loader], torch.rand(1), torch.rand(1, generator=stream))
print(list(RandomSampler(range(4), num_samples=10)))
print(list(RandomSampler(range(4), replacement=True, num_samples=6)))
print(list(RandomSampler(range(6), num_samples=2, generator=stream)), torch.rand(1, generator=stream))
