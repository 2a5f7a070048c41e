import torch
from torch.nn.utils.rnn import pad_sequence, pack_padded_sequence, pad_packed_sequence, pack_sequence
from torch.utils.data import DataLoader, default_collate

data = [(torch.tensor([1, 2, 3]), 0), (torch.tensor([4, 5]), 1), (torch.tensor([6]), 0), (torch.tensor([7, 8, 9, 10]), 1)]


def collate(batch):
    xs, ys = zip(*batch)
    lengths = torch.tensor([len(x) for x in xs])
    return pad_sequence(xs, batch_first=True, padding_value=-1), torch.tensor(ys), lengths


for x, y, n in DataLoader(data, batch_size=2, collate_fn=collate):
    print(x, y, n)
try:
    next(iter(DataLoader(data, batch_size=2)))
except RuntimeError as e:
    print(e)
print(default_collate([{'a': 1, 'b': [1., 2]}, {'a': 2, 'b': [3., 4]}]))
print(default_collate(['x', 'y']), default_collate([(1, 2), (3, 4)]))
seqs = [torch.randn(4, 2), torch.randn(2, 2), torch.randn(3, 2)]
padded = pad_sequence(seqs)
print(padded.shape)
packed = pack_padded_sequence(padded, torch.tensor([4, 2, 3]), enforce_sorted=False)
print(packed.batch_sizes, packed.sorted_indices, packed.unsorted_indices, packed.data.shape)
rnn = torch.nn.LSTM(2, 3)
out, (h, c) = rnn(packed)
o, lens = pad_packed_sequence(out)
print(o.shape, lens, h.shape)
print(o[:, 1])
print(pack_sequence([torch.tensor([1, 2, 3]), torch.tensor([4])]))
