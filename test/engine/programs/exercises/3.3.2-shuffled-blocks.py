import torch
from torch.utils.data import DataLoader, Dataset, IterableDataset


class OnDisk(Dataset):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, index):
        return torch.tensor([float(index)]), index % 2


class Blocks(IterableDataset):
    def __init__(self, n, block):
        self.n, self.block = n, block

    def __iter__(self):
        for start in torch.randperm(self.n // self.block) * self.block:
            for i in torch.randperm(self.block):
                yield int(start + i)


for X, y in DataLoader(OnDisk(10), batch_size=4, shuffle=True):
    print(X.reshape(-1), y)
for batch in DataLoader(Blocks(12, 4), batch_size=5):
    print(batch)
a, n = 7, 16
print(sorted((a * i + 3) % n for i in range(n)) == list(range(n)))
