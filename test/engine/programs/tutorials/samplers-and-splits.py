import torch
from torch.utils.data import (DataLoader, TensorDataset, random_split, Subset, SequentialSampler, RandomSampler,
                              BatchSampler, WeightedRandomSampler, SubsetRandomSampler, ConcatDataset)

ds = TensorDataset(torch.arange(10).float(), torch.arange(10) % 2)
tr, va = random_split(ds, [7, 3], generator=torch.Generator().manual_seed(42))
print(len(tr), len(va), tr.indices, va.indices)
a, b, c = random_split(range(10), [0.5, 0.3, 0.2])
print(list(a), list(b), list(c))
print(list(BatchSampler(SequentialSampler(range(10)), batch_size=3, drop_last=False)))
print(list(BatchSampler(RandomSampler(range(5)), 2, True)))
print(list(WeightedRandomSampler([0.1, 0.9, 0.4, 0.7, 3.0, 0.6], 5, replacement=True)))
print(list(WeightedRandomSampler([0.9, 0.4, 0.05, 0.2, 0.3, 0.1], 5, replacement=False)))
print(list(SubsetRandomSampler([1, 3, 5, 7])))
dl = DataLoader(ds, sampler=WeightedRandomSampler(torch.ones(10), 4), batch_size=2)
for x, y in dl:
    print(x, y)
cd = ConcatDataset([ds, ds])
print(len(cd), cd[13], cd.cumulative_sizes)
print(Subset(ds, [1, 2])[0])
try:
    random_split(ds, [5, 4])
except ValueError as e:
    print(e)
try:
    DataLoader(ds, shuffle=True, sampler=SequentialSampler(ds))
except ValueError as e:
    print(e)
print(list(RandomSampler(range(4), replacement=True, num_samples=6)))
print(len(DataLoader(ds, batch_size=3)), len(DataLoader(ds, batch_size=3, drop_last=True)))
