# 7.1 From fully connected layers to convolutions: exercises of section 7.1 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from torch import nn

# %% [7.1.1] A kernel of one pixel
# A convolution with a 1 x 1 kernel computes the same at every pixel, from its
# channels alone: it is a fully connected layer that is applied pixel by pixel.
#
# Your task: give the linear layer the weights with which it computes what the
# convolution does.
torch.manual_seed(0)
conv = nn.Conv2d(3, 5, kernel_size=1)
linear = nn.Linear(3, 5)
X = torch.randn(2, 3, 6, 6)

with torch.no_grad():
    by_pixels = linear(X.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)
    print(f'largest difference: {(by_pixels - conv(X)).abs().max().item():.5f}')

# region Hint
# conv.weight has the shape (5, 3, 1, 1), linear.weight (5, 3). There are biases too.
# Inside of torch.no_grad() a parameter's copy_() takes other values over.
# endregion


# %% [7.1.6] f with g, and g with f
# A convolution, other than the cross-correlation of deep learning, does not care
# which of the two comes first.
#
# Your task: let convolve() return the full convolution of two vectors: element n is
# the sum of f[i] * g[n - i].
def convolve(f, g):
    n = len(f) + len(g) - 1
    out = torch.zeros(n)
    for i in range(len(f)):
        for j in range(len(g)):
            out[i] += f[i] * g[j]
    return out


f, g = torch.tensor([1.0, 2, 3, 4]), torch.tensor([1.0, -1, 0.5])
print('f with g:', convolve(f, g).tolist())
print(f'largest difference: {(convolve(f, g) - convolve(g, f)).abs().max().item():.5f}')
print(f'element 2: {convolve(f, g)[2].item():.4f}')

# region Hint
# f[i] * g[j] belongs to the element n with i + j = n.
# endregion
