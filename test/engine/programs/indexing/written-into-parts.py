"""Copies with a part replaced, places chosen by masks, and what becomes of several values for one place."""

import torch

x = torch.arange(6.0).reshape(2, 3).requires_grad_()
row, column = torch.ones(3, requires_grad=True), torch.ones(2, requires_grad=True)
print(torch.select_scatter(x, row, 0, -1))
print(torch.slice_scatter(x, torch.zeros(1, 3), 0, 1), x.slice_scatter(torch.zeros(2, 2), 1, step=2))
print(torch.diagonal_scatter(x, column, 1))
((x.select_scatter(row, 0, 0) * x).sum() + (x.diagonal_scatter(column, 1) ** 2).sum()).backward()
print(x.grad, row.grad, column.grad)

print(torch.index_put(x, (x > 2,), torch.tensor(7.0)), x.index_put((torch.tensor([1, 0]),), row, accumulate=True))
print(torch.index_put(x.detach(), (torch.tensor([True, False]), torch.tensor([0, 2])), torch.tensor([8.0, 9.0])))

index = torch.tensor([[0, 0, 1], [2, 2, 2]])
source = torch.tensor([[2.0, 3.0, 5.0], [1.0, 9.0, 4.0]], requires_grad=True)
for reduce in ('sum', 'mean', 'prod', 'amax', 'amin'):
    for include_self in (True, False):
        x.grad = source.grad = None
        result = torch.scatter_reduce(x, 1, index, source, reduce, include_self=include_self)
        (result**2).sum().backward()
        print(reduce, include_self, result, x.grad, source.grad)
whole = torch.tensor([-5, 2, 3])
print(whole.scatter_reduce(0, torch.tensor([0, 0, 2]), torch.tensor([1, 2, 8]), 'mean'), whole.scatter_reduce_(0, torch.tensor([1, 1, 0]), torch.tensor([7, -9, 4]), 'amin'))

for wrong in (
    lambda: torch.select_scatter(x, torch.zeros(4), 0, 1),
    lambda: torch.select_scatter(x, torch.zeros(3), 0, 5),
    lambda: torch.slice_scatter(x, torch.zeros(4), 0, 1),
    lambda: torch.diagonal_scatter(x, torch.zeros(3)),
    lambda: torch.index_put(x, (torch.tensor([0.0]),), torch.tensor(7.0)),
    lambda: torch.index_put(x, (torch.tensor([0]),) * 3, torch.tensor(7.0)),
    lambda: torch.index_put(x, ((x > 2)[0],), torch.tensor(7.0)),
    lambda: torch.index_put(x, (torch.tensor([0]),), torch.tensor(7.0).double()),
    lambda: torch.scatter_reduce(x, 1, index, source, 'median'),
    lambda: x.detach().index_copy(0, torch.tensor([0]), torch.ones(1, 3).double()),
    lambda: x.detach().put(torch.tensor([0]), torch.ones(1).double()),
    lambda: x.sum_to_size(2),
):
    try:
        wrong()
    except (RuntimeError, IndexError) as error:
        print(type(error).__name__, error)
