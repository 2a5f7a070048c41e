import torch

total = 0
for i, x in enumerate(torch.arange(10)):
    if x % 2:
        continue
    if x > 6:
        break
    total += x
else:
    print('never')
print(i, total, total.item(), type(total))
while total > 1:
    total = total // 2
print(total)
print([int(v) for v in torch.arange(3)], {int(k): float(v) for k, v in zip(torch.arange(2), torch.ones(2))}, torch.arange(3)[torch.tensor(1)], range(torch.tensor(3)), [0, 1, 2][torch.tensor(1)], 'ab' * torch.tensor(2).item())
