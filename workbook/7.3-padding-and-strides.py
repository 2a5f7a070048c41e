# 7.3 Padding and stride: exercises of section 7.3 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from torch import nn


# %% [7.3.1] The shape that comes out
# Kernel, padding and stride decide how large an output is.
#
# Your task: let length() compute the length of one axis of it, and compare with the
# layers below.
def length(n, kernel, padding, stride):
    return n - kernel + 1


wrong = 0
for n, kernel, padding, stride in ((8, 3, 1, 1), (8, 5, 2, 2), (8, 3, 0, 3), (11, 4, 1, 4), (7, 1, 3, 2)):
    layer = nn.Conv1d(1, 1, kernel, padding=padding, stride=stride)
    wrong += length(n, kernel, padding, stride) != layer(torch.zeros(1, 1, n)).shape[-1]
print(f'wrong lengths: {wrong}')

# region Hint
# Padding adds on both sides. After the first place of the kernel, how many whole
# steps are left? // divides and rounds down.
# endregion


# %% [7.3.3] Padding by a mirror
# Instead of zeros the border can be filled with what is inside, mirrored at the edge
# (the edge itself not twice).
#
# Your task: write mirror() for a matrix and a width of 2, without nn.functional.pad.
def mirror(X):
    padded = torch.zeros(X.shape[0] + 4, X.shape[1] + 4)
    padded[2:-2, 2:-2] = X
    return padded


torch.manual_seed(0)
X = torch.randn(5, 6)
wanted = nn.functional.pad(X[None, None], (2, 2, 2, 2), mode='reflect')[0, 0]
print(f'largest difference: {(mirror(X) - wanted).abs().max().item():.5f}')

# region Hint
# To the left of columns 0 1 2 stand 2 1. flip() turns an axis around; torch.cat puts
# three parts together, first along one axis, then along the other.
# endregion
