import math
import torch
from torch.utils.data import DataLoader, IterableDataset, get_worker_info


class MyIterable(IterableDataset):
    def __init__(self, start, end):
        super().__init__()
        assert end > start
        self.start, self.end = start, end

    def __iter__(self):
        info = get_worker_info()
        if info is None:
            a, b = self.start, self.end
        else:
            per = int(math.ceil((self.end - self.start) / float(info.num_workers)))
            a = self.start + info.id * per
            b = min(a + per, self.end)
        return iter(range(a, b))


ds = MyIterable(3, 9)
print(list(DataLoader(ds)))
print(list(DataLoader(ds, batch_size=4)))
try:
    len(DataLoader(ds))
except TypeError as e:
    print(e)
try:
    DataLoader(ds, shuffle=True)
except ValueError as e:
    print(e)
dl = DataLoader(list(range(6)), batch_size=2, num_workers=0, pin_memory=False, generator=torch.Generator().manual_seed(1), shuffle=True)
print([b.tolist() for b in dl], [b.tolist() for b in dl])
print(dl.batch_size, dl.num_workers, dl.drop_last, type(dl.sampler).__name__)
it = iter(dl)
print(next(it), next(it), next(it))
try:
    next(it)
except StopIteration:
    print('done')
