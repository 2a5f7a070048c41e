import torch

index = torch.tensor([0, 1, 0, 2, 0])
for reduce in ('sum', 'prod', 'mean', 'amax', 'amin'):
    for include_self in (True, False):
        start = torch.tensor([1.0, 2.0, 3.0, 4.0], requires_grad=True)
        src = torch.tensor([5.0, 0.0, 5.0, 8.0, 1.0], requires_grad=True)
        found = start.scatter_reduce(0, index, src, reduce, include_self=include_self)
        (found * torch.tensor([1.0, 2.0, 3.0, 4.0])).sum().backward()
        print(reduce, include_self, found, start.grad, src.grad)
print(torch.zeros(3, 2, dtype=torch.int64).index_reduce(0, torch.tensor([0, 2, 0]), torch.arange(6).reshape(3, 2), 'amax'))
print(torch.ones(2, 3).scatter(1, torch.tensor([[0, 0], [2, 1]]), 3.0, reduce='multiply'))
print(torch.zeros(3).index_fill(0, torch.tensor([1, 1]), torch.tensor(2.0)))
value = torch.tensor(2.0, requires_grad=True)
torch.zeros(3).index_fill(0, torch.tensor([1, 1]), value).sum().backward()
print(value.grad, torch.tensor(1.0).index_add(0, torch.tensor([0]), torch.tensor(2.0), alpha=3))
try:
    torch.zeros(3).scatter_reduce(0, index, torch.ones(5), 'largest')
except RuntimeError as error:
    print(error)
