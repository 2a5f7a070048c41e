# Solved versions: each cell stands in the place of the one in the workbook's file of the same name.

# %% [7.2.1] Diagonal edges
X = torch.triu(torch.ones(8, 8))
K = torch.tensor([[1.0, 0.0], [0.0, -1.0]])
along = d2l.corr2d(X, K)
across = d2l.corr2d(X.flip(1), K)
print(f'found in X: {(along != 0).sum().item()}')
print(f'found in the other: {(across != 0).sum().item()}')

# %% [7.2.2] Kernels by hand
second = torch.tensor([[1.0, -2.0, 1.0]])
blur = torch.full((3, 3), 1 / 9)
x = torch.arange(8.0)
squares = (x**2).reshape(1, 8)
bend = d2l.corr2d(squares, second)
print(f'off from 2 by: {(bend - 2).abs().max().item():.4f}')
dot = torch.zeros(5, 5)
dot[2, 2] = 9
print(f'largest difference: {(d2l.corr2d(dot, blur) - 1).abs().max().item():.5f}')

# %% [7.2.4] A cross-correlation as a product
torch.manual_seed(0)
X, K = torch.randn(4, 5), torch.randn(2, 3)
rows, columns = 3, 3
matrix = torch.zeros(rows * columns, X.numel())
for r in range(rows):
    for c in range(columns):
        for i in range(2):
            for j in range(3):
                matrix[r * columns + c, (r + i) * 5 + c + j] = K[i, j]
by_product = (matrix @ X.reshape(-1)).reshape(rows, columns)
print(f'largest difference: {(by_product - d2l.corr2d(X, K)).abs().max().item():.5f}')
