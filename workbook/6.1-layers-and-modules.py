# 6.1 Layers and modules: exercises of section 6.1 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from torch import nn


# %% [6.1.1] Modules in a Python list
# This network keeps its layers in a plain list. It computes, but nothing can be
# learned: its parameters are not found.
#
# Your task: change how the layers are kept so that they are.
class Chain(nn.Module):
    def __init__(self, *layers):
        super().__init__()
        self.layers = list(layers)

    def forward(self, X):
        for layer in self.layers:
            X = layer(X)
        return X


net = Chain(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2))
print(f'parameters: {sum(p.numel() for p in net.parameters())}')
print(f'outputs: {net(torch.ones(3, 4)).shape[1]}')

# region Hint
# Assigned attributes that are modules are noticed, those within a list are not.
# nn.ModuleList is a list that is a module.
# endregion


# %% [6.1.2] Side by side
# Two networks take the same input, and their outputs stand beside each other.
#
# Your task: complete forward().
class Parallel(nn.Module):
    def __init__(self, net1, net2):
        super().__init__()
        self.net1, self.net2 = net1, net2

    def forward(self, X):
        return self.net1(X) + self.net2(X)


torch.manual_seed(0)
left, right = nn.Linear(4, 3), nn.Linear(4, 3)
X = torch.randn(5, 4)
Y = Parallel(left, right)(X)
wanted = torch.cat((left(X), right(X)), dim=1)
print(f'columns: {Y.shape[1]}')
print(f'largest difference: {(Y - wanted).abs().max().item() if Y.shape == wanted.shape else 1.0:.5f}')

# region Hint
# torch.cat puts tensors together along an axis that is there: which one are the
# features?
# endregion


# %% [6.1.3] A factory of blocks
# A deeper network is made of the same block several times. The same block, not the
# same weights.
#
# Your task: let make() return a network of `count` blocks with weights of their
# own.
def make(count):
    block = nn.Sequential(nn.Linear(6, 6), nn.ReLU())
    return nn.Sequential(*[block] * count)


net = make(3)
print(f'blocks: {len(net)}')
print(f'parameters: {sum(p.numel() for p in net.parameters())}')

# region Hint
# [block] * 3 holds one block three times, and parameters() counts it once. Where
# does the block have to be made?
# endregion
