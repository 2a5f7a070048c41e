# 6.3 Parameter initialization: exercises of section 6.3 of Dive
# into Deep Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from torch import nn


# %% [6.3.1] Each layer its own initializer
# nn.init has many initializers, and a network can use a different one for each layer.
#
# Your task: let init() give hidden layers (those with 16 outputs) orthogonal weights,
# by an initializer of nn.init, and the last layer the constant 0.5. All biases become
# 0.
def init(module):
    if isinstance(module, nn.Linear):
        nn.init.normal_(module.weight)


torch.manual_seed(0)
net = nn.Sequential(nn.Linear(16, 16), nn.ReLU(), nn.Linear(16, 16), nn.ReLU(), nn.Linear(16, 2))
net.apply(init)
hidden = [net[0].weight.detach(), net[2].weight.detach()]
off = max((W @ W.T - torch.eye(16)).abs().max().item() for W in hidden)
print(f'largest difference: {off:.5f}')
print(f'last layer: {net[4].weight.min().item():.2f}')
print(f'largest bias: {max(net[at].bias.abs().max().item() for at in (0, 2, 4)):.4f}')

# region Hint
# nn.init.orthogonal_, nn.init.constant_ and nn.init.zeros_ change a tensor in place;
# module.out_features tells the layers apart.
# endregion
