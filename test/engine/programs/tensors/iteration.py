import torch

x = torch.arange(6.0).reshape(3, 2)
for row in x:
    print(row, row.sum())
print(list(torch.tensor([1.0, 2.0])), [a for a in torch.arange(3)], sum(torch.arange(4)))
a, b = torch.tensor([1.0, 2.0])
print(a, b, 2.0 in torch.tensor([1.0, 2.0]), max(torch.tensor([3, 9, 4])))
for a, b in zip(torch.arange(2), torch.ones(2)):
    print(a, b)
