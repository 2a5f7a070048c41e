"""Distinct elements and slices, medians that leave NaN out, and slopes of samples."""

import torch

nan = float('nan')
x = torch.tensor([[3.0, 1.0], [2.0, 1.0], [3.0, 1.0]])
print(torch.unique(x, return_inverse=True, return_counts=True), x.unique())
print(torch.unique(x, dim=0, return_inverse=True, return_counts=True))
print(torch.unique(torch.tensor([[2, 1, 2], [1, 9, 1]]), dim=1, return_inverse=True))
print(torch.unique(torch.tensor([1.0, nan, 0.0, nan]), return_inverse=True), torch.unique(torch.tensor([True, False])))
steps = torch.tensor([1, 1, 2, 2, 1])
print(torch.unique_consecutive(steps, return_inverse=True, return_counts=True), steps.unique_consecutive())
print(torch.unique_consecutive(torch.tensor([[1, 1, 2], [0, 0, 1]]), dim=1, return_counts=True))

y = torch.tensor([[1.0, nan, 3.0], [nan, nan, nan]], requires_grad=True)
print(torch.nanmedian(y), torch.nanmedian(y, 1), y.nanmedian(0, keepdim=True))
torch.nanmedian(y, 1).values[0].backward()
print(y.grad, torch.nanmedian(torch.tensor([3, 1, 2])), torch.nanmedian(torch.tensor([])))

z = torch.tensor([1.0, 4.0, 9.0, 16.0, 30.0])
places = torch.tensor([0.0, 1.0, 3.0, 4.0, 6.0])
print(torch.gradient(z), torch.gradient(z, edge_order=2), torch.gradient(z, spacing=2.0))
print(torch.gradient(z, spacing=(places,)), torch.gradient(z, spacing=(places,), edge_order=2))
grid = torch.arange(12.0).reshape(3, 4) ** 2
print(torch.gradient(grid, dim=1), torch.gradient(grid, dim=(0, 1), spacing=(1.0, 2.0)), torch.gradient(torch.tensor([1, 4, 9])))
for wrong in (
    lambda: torch.gradient(grid, dim=(0, 1), spacing=(1, 2, 3)),
    lambda: torch.gradient(z, edge_order=3),
    lambda: torch.gradient(z[:1]),
    lambda: torch.unique(torch.zeros(2, 0), dim=0),
    lambda: torch.nanmedian(torch.tensor([True])),
):
    try:
        wrong()
    except (RuntimeError, NotImplementedError) as error:
        print(error)
