import collections
import torch
from torch.utils.data import DataLoader, TensorDataset, WeightedRandomSampler, Subset

torch.manual_seed(0)
y = torch.tensor([0] * 18 + [1] * 2)
x = torch.arange(20).float().unsqueeze(1)
ds = TensorDataset(x, y)
counts = torch.bincount(y)
w = (1. / counts.float())[y]
print(counts, w[:2], w[-1])
dl = DataLoader(ds, batch_size=5, sampler=WeightedRandomSampler(w, len(w), replacement=True))
c = collections.Counter()
for xb, yb in dl:
    c.update(yb.tolist())
    print(xb.flatten().tolist(), yb.tolist())
print(c)
sub = Subset(ds, range(5))
print(len(sub), sub[1], [b[0].shape for b in DataLoader(sub, 2)])
g = torch.Generator()
g.manual_seed(0)
print([b[1].sum().item() for b in DataLoader(ds, 8, shuffle=True, generator=g)])


def seed_worker(worker_id):
    pass


print(next(iter(DataLoader(ds, batch_size=3, worker_init_fn=seed_worker, pin_memory=False, drop_last=True)))[0].T)
for i, (a, b) in enumerate(DataLoader(list(zip(range(4), 'abcd')), batch_size=2)):
    print(i, a, b)
print(list(DataLoader(['a', 'b', 'c'], batch_size=2)), list(DataLoader(torch.arange(4), batch_size=None)))
