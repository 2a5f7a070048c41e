# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [2.1.1] Where one tensor is below another
X = torch.arange(12, dtype=torch.float32).reshape(3, 4)
Y = torch.tensor([[2.0, 1, 4, 3], [5, 2, 3, 4], [4, 3, 12, 1]])
below = X < Y
print(f'elements of X below those of Y: {below.sum().item()}')
print(f'they are in the rows: {below.any(dim=1).tolist()}')

# %% [2.1.2] Broadcasting with three axes
a = torch.arange(6.0).reshape(2, 3, 1)
b = torch.arange(4.0).reshape(1, 1, 4)
total = a + b
print(f'elements: {total.numel()}')
print(f'axes of a and b: {a.dim() + b.dim()}')
