import torch
from torch.utils.data import BatchSampler, ConcatDataset, DataLoader, Dataset, RandomSampler, Sampler, SequentialSampler, Subset, TensorDataset, WeightedRandomSampler, random_split

X, y = torch.arange(10.0).reshape(10, 1), torch.arange(10)
dataset = TensorDataset(X, y)
print(len(dataset), dataset[3], dataset[2:4])
print([batch[1] for batch in DataLoader(dataset, batch_size=4)], [batch[1] for batch in DataLoader(dataset, 4, True)], [batch[1] for batch in DataLoader(dataset, 4, shuffle=False, drop_last=True)])
train, test = random_split(dataset, [7, 3])
print(len(train), test.indices, Subset(dataset, [1, 5])[1])
print([b[1].tolist() for b in DataLoader(train, batch_size=3, num_workers=0)])
print(list(SequentialSampler(dataset)), list(RandomSampler(dataset)), list(BatchSampler(SequentialSampler(dataset), 4, False)))
print(len(ConcatDataset([dataset, dataset])), list(WeightedRandomSampler([0.1, 0.9], 5, replacement=True)))
print([b for b in DataLoader([{'a': 1, 'b': 2.0}, {'a': 3, 'b': 4.0}], batch_size=2)], [b for b in DataLoader(['x', 'y', 'z'], batch_size=2)])
print([b for b in DataLoader(dataset, batch_size=5, collate_fn=lambda batch: len(batch))], [b.tolist() for b in DataLoader(range(5), batch_size=2, sampler=[4, 0, 2])])
generator = torch.Generator().manual_seed(3)
print([b[1].tolist() for b in DataLoader(dataset, 5, shuffle=True, generator=generator)])
loader = DataLoader(dataset, batch_size=4)
len(loader), loader.batch_size, loader.dataset is dataset
