# 5.6 Dropout: exercises of section 5.6 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from torch import nn

# %% [5.6.3] The variance that dropout adds
# Dropout keeps the mean of an activation, and changes its variance.
#
# Your task: give the variance that ones have after dropout with probability p, as a
# formula in p. The lines below measure it.
worst = 0.0
for p in (0.1, 0.5, 0.8):
    torch.manual_seed(1)
    dropped = nn.functional.dropout(torch.ones(400_000), p)
    variance = p
    worst = max(worst, abs(variance - dropped.var().item()) / dropped.var().item())
print(f'relative error of the formula: {worst:.4f}')

# region Hint
# An element is 0 with probability p, else 1 / (1 - p). The mean of the squares less
# the square of the mean.
# endregion


# %% [5.6.6] Dropping weights
# Instead of activations the elements of the weight matrix can be dropped.
#
# Your task: let forward() drop elements of the weight, scaled as dropout scales, but
# only in training mode.
class DropWeights(nn.Linear):
    def __init__(self, inputs, outputs, p=0.5):
        super().__init__(inputs, outputs)
        self.p = p

    def forward(self, X):
        return nn.functional.linear(X, self.weight, self.bias)


torch.manual_seed(0)
layer = DropWeights(20, 1)
X = torch.ones(1, 20)
layer.train()
outputs = torch.stack([layer(X) for _ in range(2000)]).detach()
layer.eval()
plain = nn.functional.linear(X, layer.weight, layer.bias)
print(f'different outputs in training: {len(set(outputs.flatten().tolist()))}')
print(f'distance of their mean: {(outputs.mean() - plain).abs().item():.4f}')
print(f'largest difference: {(layer(X) - plain).abs().max().item():.5f}')

# region Hint
# nn.functional.dropout has an argument `training`; the layer's own self.training
# says which mode it is in.
# endregion
