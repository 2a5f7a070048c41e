# 7.4 Multiple input and output channels: exercises of section 7.4 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from torch import nn

# %% [7.4.1] Two kernels are one
# Two convolutions after each other, with nothing between, are a single one.
#
# Your task: compute the kernel K of the single one.
torch.manual_seed(0)
conv2d = nn.functional.conv2d
first, second = torch.randn(1, 1, 3, 3), torch.randn(1, 1, 2, 2)
X = torch.randn(1, 1, 9, 9)
both = conv2d(conv2d(X, first), second)

K = torch.zeros(1, 1, 3, 3)

one = conv2d(X, K)
print(f'rows of K: {K.shape[2]}')
print(f'largest difference: {(one - both).abs().max().item() if one.shape == both.shape else 1.0:.5f}')

# region Hint
# A window of 2 outputs of the first needs 4 pixels. Put both kernels together like a
# full convolution: pad the first by one on each side, and correlate it with the
# second one flipped.
# endregion


# %% [7.4.2] What a layer costs
# The multiplications of a convolution: as many as there are outputs, times what each
# of them takes.
#
# Your task: count them for ci channels of h x w pixels, co output channels and a
# k x k kernel with padding p and stride s.
def cost(ci, co, h, w, k, p, s):
    return ci * co * h * w


print(f'first: {cost(1, 1, 6, 6, 3, 0, 1):.6g}')
print(f'second: {cost(3, 16, 32, 32, 5, 2, 2):.6g}')

# region Hint
# An output takes ci * k * k multiplications. How many outputs are there? Section 7.3
# has the formula.
# endregion
