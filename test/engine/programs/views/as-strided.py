import torch

x = torch.arange(12.0).reshape(3, 4)
windows = x.as_strided((5, 3), (2, 1))
print(windows)
windows[0, 0] = 50.0
print(x)
leaf = torch.arange(6.0, requires_grad=True)
torch.as_strided(leaf, (4, 3), (1, 1)).square().sum().backward()
print(leaf.grad)
print(torch.as_strided_copy(x, (2, 2), (1, 2), 1))
print(torch.as_strided_scatter(x, torch.zeros(2, 2), (2, 2), (5, 1), 1))
print(x.t().as_strided((2,), (3,)), x[1:].as_strided((2,), (3,)))
for wrong in (
    lambda: x.as_strided((2, 2), (1, -1)),
    lambda: x.as_strided((2,), (1, 2)),
    lambda: x.as_strided((4, 4), (4, 1)),
):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
print([part.tolist() for part in torch.split_with_sizes_copy(x, [1, 2])])
print([part.shape for part in x.unsafe_chunk(2, dim=1)], [part.shape for part in torch.unsafe_split(x, 2)])
