# 6.2 Parameter management: exercises of section 6.2 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from torch import nn

# %% [6.2.2] A layer that is used twice
# The hidden layer of this network is applied twice, so that its weights are shared.
#
# Your task: make the second of the hidden layers the first one itself, not a copy,
# and look at its gradient after a step.
torch.manual_seed(0)
shared = nn.Linear(4, 4)
net = nn.Sequential(
    nn.Linear(2, 4), nn.ReLU(), shared, nn.ReLU(), nn.Linear(4, 4), nn.ReLU(), nn.Linear(4, 1)
)

X, y = torch.randn(20, 2), torch.randn(20, 1)
optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
for step in range(5):
    optimizer.zero_grad()
    ((net(X) - y) ** 2).mean().backward()
    optimizer.step()
print(f'parameters: {sum(p.numel() for p in net.parameters())}')
print(f'largest difference: {(net[2].weight - net[4].weight).abs().max().item():.5f}')

# region Hint
# A name can stand in a Sequential more than once. The gradients of its uses add up.
# endregion
