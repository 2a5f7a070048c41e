"""int64 is exact to its last bit and wraps round, as the smaller integers do."""

import copy
import pickle

import numpy as np
import torch

print(torch.arange(1, 26).cumprod(0), torch.arange(1, 26).prod(), torch.tensor(3) ** 40)
big = torch.tensor(2**62 + 1)
print(big, big.item(), big * 4, big * 2, -torch.tensor(-(2**63)), ~big, big // 3, big % 1000, big / 2, big.float())
print(big == 2**62, big > 2**62, big.int(), big & 0xFFFF, big | 2**40, big ^ big, big >> 3, torch.tensor(1) << 63, torch.tensor(-1) >> 70)
print(torch.tensor(torch.iinfo(torch.int64).max) + 1, torch.full((2,), 2**62 + 1), torch.tensor([2**62, 2**62]).sum())
pair = torch.tensor([2**62 + 1, 2**62 + 3])
print(pair.sort(descending=True), pair.max(), pair.min(0), pair.argmax(), pair.unique(), pair.flip(0), pair.tolist(), pair[[1, 0, 1]])
print(torch.cat([pair, torch.tensor([1])]), torch.where(pair > 2**62 + 1, pair, 5), pair.gather(0, torch.tensor([1, 1])), pair.diff())
print(pair.repeat(2), pair.view(2, 1).expand(2, 2) + 1, pair.masked_fill(torch.tensor([True, False]), 2**61 + 1), torch.equal(pair, pair - 1))
x = torch.tensor([1, 2, 3])
x[1] = 2**62 + 1
print(x, copy.deepcopy(x), pickle.loads(pickle.dumps(x)))
x *= 2
view = x[1:]
view -= 1
print(x, view)
x.fill_(2**61 + 1)
x[0] += 1
print(x, x.numpy(), x.numpy() * 8)
hashed = torch.tensor(1469598103934665603)
for letter in b'hello':
    hashed = (hashed ^ letter) * 1099511628211
print(hashed)
state = torch.tensor([123456789, 987654321])
for _ in range(4):
    state = state * 6364136223846793005 + 1442695040888963407
    print(state, (state >> 33) & 0x7FFFFFFF)
factorial = torch.tensor(1)
for i in range(1, 30):
    factorial = factorial * i
    print(factorial.item(), end=' ')
print()
for kind in (torch.uint8, torch.int8, torch.int16, torch.int32):
    most = torch.tensor([torch.iinfo(kind).max, 100], dtype=kind)
    print(most + 1, most * most, most << 1, most**3, most.sum(), most.prod(), (most - 127).tolist(), most.cumsum(0))
print(torch.tensor([300, -1]).to(torch.uint8), torch.tensor([2**31]).int(), torch.tensor([1e20, float('nan')]).long())
print(np.arange(1, 25).prod(), np.array([2**62 + 1, 3]) * 2, np.cumprod(np.arange(1, 24))[-1])
for mistake in (lambda: torch.tensor(2**63), lambda: torch.tensor(1) + 2**64):
    try:
        mistake()
    except Exception as error:
        print(type(error).__name__, error)
