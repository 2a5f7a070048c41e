"""Sequences of several lengths in one tensor."""

import torch
from torch.nn.utils.rnn import pad_sequence, unpad_sequence

a, b = torch.tensor([1.0, 2.0, 3.0], requires_grad=True), torch.tensor([4.0])
print(pad_sequence([a, b]), pad_sequence([a, b], batch_first=True), sep='\n')
print(pad_sequence([b, a], batch_first=True, padding_value=-1, padding_side='left'))
rows = pad_sequence([torch.ones(2, 3), torch.zeros(4, 3)], batch_first=True)
print(rows.shape)
pad_sequence([a, b]).sum().backward()
print(a.grad)
for each in unpad_sequence(rows, torch.tensor([2, 4]), batch_first=True):
    print(each.shape)
print(pad_sequence([torch.tensor([1, 2]), torch.tensor([3])], batch_first=True, padding_value=9))
