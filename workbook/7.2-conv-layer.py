# 7.2 Convolutions for images: exercises of section 7.2 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from d2l import torch as d2l

# %% [7.2.1] Diagonal edges
# The kernel (1, -1) finds vertical edges.
#
# Your task: choose a kernel of two rows and two columns that gives 0 along the
# diagonal edge of X (where x equals y), and something else across the other
# diagonal edge of X.flip(1).
X = torch.triu(torch.ones(8, 8))

K = torch.tensor([[1.0, -1.0], [1.0, -1.0]])

along = d2l.corr2d(X, K)
across = d2l.corr2d(X.flip(1), K)
print(f'found in X: {(along != 0).sum().item()}')
print(f'found in the other: {(across != 0).sum().item()}')

# region Hint
# Around the edge of X the four pixels are [[1, 1], [0, 1]]. Which products of K with
# them cancel, while K also sums to 0 on flat parts?
# endregion

# %% [7.2.2] Kernels by hand
# Numbers in a kernel say what it looks for.
#
# Your task: choose a kernel of one row that gives the second derivative of a row of
# pixels (2 for the squares of their places), and one of 3 x 3 that blurs: the mean of the nine pixels.
second = torch.tensor([[1.0, -1.0]])
blur = torch.zeros(3, 3)
blur[1, 1] = 1

x = torch.arange(8.0)
squares = (x**2).reshape(1, 8)
bend = d2l.corr2d(squares, second)
print(f'off from 2 by: {(bend - 2).abs().max().item():.4f}')
dot = torch.zeros(5, 5)
dot[2, 2] = 9
print(f'largest difference: {(d2l.corr2d(dot, blur) - 1).abs().max().item():.5f}')

# region Hint
# The second difference is the difference of two differences: (x2 - x1) - (x1 - x0).
# Write it as three factors.
# endregion

# %% [7.2.4] A cross-correlation as a product
# Every output is a sum of products of pixels and kernel. So there is a matrix with
# which the flattened image gives all outputs.
#
# Your task: fill `matrix`, of a row for each output and a column for each pixel.
torch.manual_seed(0)
X, K = torch.randn(4, 5), torch.randn(2, 3)
rows, columns = 3, 3

matrix = torch.zeros(rows * columns, X.numel())

by_product = (matrix @ X.reshape(-1)).reshape(rows, columns)
print(f'largest difference: {(by_product - d2l.corr2d(X, K)).abs().max().item():.5f}')

# region Hint
# Output (r, c) takes pixel (r + i, c + j) times K[i, j]. In the flattened image a
# pixel's place is its row times 5 plus its column.
# endregion
