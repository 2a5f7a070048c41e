# 6.5 Custom layers: exercises of section 6.5 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from torch import nn


# %% [6.5.1] A layer of products
# Output k of this layer is the sum of W[i, j, k] * x[i] * x[j] over all i and j.
#
# Your task: write forward() for a batch of rows x, without a loop.
class Products(nn.Module):
    def __init__(self, inputs, outputs):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(inputs, inputs, outputs))

    def forward(self, X):
        return X @ self.weight[0]


torch.manual_seed(0)
layer = Products(3, 2)
X = torch.randn(4, 3)
wanted = torch.stack([sum(x[i] * x[j] * layer.weight[i, j] for i in range(3) for j in range(3)) for x in X])
print(f'largest difference: {(layer(X) - wanted).abs().max().item():.5f}')

# region Hint
# torch.einsum says which axes are summed: 'bi,bj,ijk->bk'.
# endregion
