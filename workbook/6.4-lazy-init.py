# 6.4 Lazy initialization: exercises of section 6.4 of Dive into
# Deep Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from torch import nn


# %% [6.4.1] What is initialized when
# The first layer of this network knows its inputs, the others wait for them.
#
# Your task: let ready() count the linear layers whose weights are there already.
# Before a first minibatch that is one of three, after it all of them.
def ready(net):
    return len([layer for layer in net if isinstance(layer, nn.Linear)])


net = nn.Sequential(nn.Linear(20, 16), nn.ReLU(), nn.LazyLinear(8), nn.ReLU(), nn.LazyLinear(2))
print(f'before: {ready(net)}')
net(torch.ones(1, 20))
print(f'after: {ready(net)}')

# region Hint
# A lazy layer is a linear layer too. Its weight is a
# nn.parameter.UninitializedParameter as long as nobody knows its shape.
# endregion


# %% [6.4.3] Inputs of any length
# Some inputs have 3 features, others up to 8. One weight serves them all, when each
# input uses as many of its columns as it has features.
#
# Your task: complete forward(). The lines below compare it with inputs that are
# filled up with zeros.
class Flexible(nn.Module):
    def __init__(self, most, outputs):
        super().__init__()
        self.weight = nn.Parameter(torch.randn(outputs, most))
        self.bias = nn.Parameter(torch.randn(outputs))

    def forward(self, X):
        return X.sum(dim=1, keepdim=True) + self.bias


torch.manual_seed(0)
layer = Flexible(8, 4)
worst = 0.0
for features in (3, 5, 8):
    X = torch.randn(10, features)
    filled = nn.functional.pad(X, (0, 8 - features))
    wanted = filled @ layer.weight.T + layer.bias
    worst = max(worst, (layer(X) - wanted).abs().max().item())
print(f'largest difference: {worst:.5f}')
print(f'parameters: {sum(p.numel() for p in layer.parameters())}')

# region Hint
# X.shape[1] says how many columns of self.weight are meant: the first ones.
# endregion
