# 5.2 Implementation of multilayer perceptrons: exercises of
# section 5.2 of Dive into Deep Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from torch import nn

# %% [5.2.2] One more hidden layer
# A perceptron with one hidden layer, written with plain tensors.
#
# Your task: put a second hidden layer with its ReLU between the first one and the
# output. W2 and b2 are its weights; add them to `params`. The lines below build the
# same network of layers and compare.
torch.manual_seed(0)
W1, b1 = torch.randn(6, 8), torch.zeros(8)
W2, b2 = torch.randn(8, 5), torch.ones(5)
W3, b3 = torch.randn(5, 3), torch.zeros(3)
params = [W1, b1, W3, b3]


def net(X):
    H = torch.relu(X @ W1 + b1)
    return H[:, :5] @ W3 + b3


same = nn.Sequential(nn.Linear(6, 8), nn.ReLU(), nn.Linear(8, 5), nn.ReLU(), nn.Linear(5, 3))
with torch.no_grad():
    weights = (W1.T, b1, W2.T, b2, W3.T, b3)
    for layer, weight in zip(same.parameters(), weights):
        layer.copy_(weight)
X = torch.randn(20, 6)
print(f'parameters: {sum(p.numel() for p in params)}')
print(f'largest difference: {(net(X) - same(X)).abs().max().item():.5f}')

# region Hint
# The output of a layer is the input of the next one: relu(H @ W2 + b2) has the five
# columns that W3 wants.
# endregion


# %% [5.2.3] A layer of a single unit
# All that a network knows of its input has to go through each of its layers. Behind a
# layer of one unit the four outputs lie on a line, whatever the others can do.
#
# Your task: choose the smallest width with which the outputs reach all four
# directions.
torch.manual_seed(0)
width = 1
net = nn.Sequential(nn.Linear(10, 32), nn.ReLU(), nn.Linear(32, width), nn.Linear(width, 4))
outputs = net(torch.randn(200, 10)).detach()
directions = torch.linalg.svdvals(outputs - outputs.mean(dim=0)) > 1e-3
print(f'width: {width}')
print(f'directions: {int(directions.sum())}')

# region Hint
# Linear layers map a space of so many dimensions onto one with no more. How many does
# the output have?
# endregion
