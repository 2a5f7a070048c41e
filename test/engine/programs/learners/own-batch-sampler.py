import torch
from torch.utils.data import BatchSampler, DataLoader, RandomSampler, SubsetRandomSampler, TensorDataset, random_split

data = TensorDataset(torch.arange(10), torch.arange(10) ** 2)
for batch in DataLoader(data, batch_sampler=BatchSampler(RandomSampler(data), 4, drop_last=True)):
    print(batch)
for batch in DataLoader(data, batch_sampler=BatchSampler([7, 5, 3], 2, drop_last=False)):
    print(batch)
print([x.tolist() for x, _ in DataLoader(data, 3, sampler=SubsetRandomSampler([1, 3, 5, 7]))])
first, second = random_split(data, [7, 3])
print(first.indices, second.indices)
