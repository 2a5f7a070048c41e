# 7.5 Pooling: exercises of section 7.5 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from torch import nn

# %% [7.5.1] Average pooling by a convolution
# The mean over a window is a sum of products.
#
# Your task: give the convolution the weights with which it pools by the mean over
# 2 x 2 windows.
torch.manual_seed(0)
conv = nn.Conv2d(1, 1, kernel_size=2, stride=2, bias=False)
X = torch.randn(1, 1, 8, 8)

with torch.no_grad():
    conv.weight.fill_(1.0)

    print(f'largest difference: {(conv(X) - nn.AvgPool2d(2)(X)).abs().max().item():.5f}')

# region Hint
# Four pixels, each of which counts equally.
# endregion


# %% [7.5.3] A maximum by ReLUs
# No convolution takes a maximum. But max(a, b) is relu(a - b) + b.
#
# Your task: let maximum() return the largest of each 2 x 2 window, with relu() and
# arithmetic alone.
def maximum(X):
    a, b = X[::2, ::2], X[::2, 1::2]  # the upper pixels of each window
    return torch.relu(a - b) + b


torch.manual_seed(0)
X = torch.randn(6, 8)
wanted = nn.MaxPool2d(2)(X[None, None])[0, 0]
print(f'largest difference: {(maximum(X) - wanted).abs().max().item():.5f}')

# region Hint
# The maximum of four is that of two maxima.
# endregion

# %% [7.5.6] Pooling by the minimum
# PyTorch has no layer for it. Is one needed?
#
# Your task: compute the minimum of each 2 x 2 window with nn.MaxPool2d.
torch.manual_seed(0)
X = torch.randn(1, 1, 6, 6)
pool = nn.MaxPool2d(2)

smallest = pool(X)

windows = X.reshape(3, 2, 3, 2).permute(0, 2, 1, 3).reshape(3, 3, 4)
print(f'largest difference: {(smallest[0, 0] - windows.min(dim=2).values).abs().max().item():.5f}')

# region Hint
# What becomes of the smallest number when all signs are turned?
# endregion
