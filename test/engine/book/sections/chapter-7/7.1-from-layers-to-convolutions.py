# %% A fully connected layer on pictures has a number for every pair of pixels
import torch
from d2l import torch as d2l
from torch import nn

pixels, hidden = 28 * 28, 28 * 28
nn.Linear(pixels, hidden).weight.numel()

# %% A convolution has few, and a picture that moves moves what it sees
kernel = torch.tensor([[1.0, -1.0], [0.5, 2.0]])
X = torch.zeros(6, 6)
X[2, 2] = 1
moved = torch.roll(X, (1, 1), (0, 1))
torch.equal(torch.roll(d2l.corr2d(X, kernel), (1, 1), (0, 1)), d2l.corr2d(moved, kernel))
