# 7.6 Convolutional neural networks (LeNet): exercises of section
# 7.6 of Dive into Deep Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from d2l import torch as d2l
from torch import nn


def stripes(count):
    """Pictures of stripes that lie (class 0) or stand (class 1), with noise."""
    y = torch.randint(0, 2, (count,))
    wave = torch.sin(torch.arange(12.0) + 6 * torch.rand(count, 1))
    lying = wave[:, :, None].expand(count, 12, 12)
    X = torch.where(y[:, None, None] == 0, lying, lying.transpose(1, 2))
    return X[:, None] + 0.5 * torch.randn(count, 1, 12, 12), y


# %% [7.6.1] A more modern LeNet
# With sigmoids and average pooling, a small LeNet has learned next to nothing after
# 40 steps.
#
# Your task: replace both by what has come after them, and see how many of the
# pictures it gets right.
def accuracy_after_training(net):
    torch.manual_seed(0)
    X, y = stripes(200)
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    for step in range(40):
        loss = nn.functional.cross_entropy(net(X), y)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    X, y = stripes(200)
    return (net(X).argmax(dim=1) == y).float().mean().item()


torch.manual_seed(1)
net = nn.Sequential(
    nn.Conv2d(1, 4, 5),
    nn.Sigmoid(),
    nn.AvgPool2d(2),
    nn.Flatten(),
    nn.Linear(64, 16),
    nn.Sigmoid(),
    nn.Linear(16, 2),
)
kinds = [type(layer).__name__ for layer in net]
print(f'sigmoids: {kinds.count("Sigmoid")}')
print(f'average pools: {kinds.count("AvgPool2d")}')
print(f'accuracy: {accuracy_after_training(net):.3f}')

# region Hint
# nn.ReLU lets gradients through as they are; nn.MaxPool2d keeps the strongest answer
# of a filter.
# endregion


# %% [7.6.4] What the layers see
# The activations of a convolution layer are pictures again: they show where its
# filters have found something.
#
# Your task: let activations() return what comes out of the first and of the second
# activation function. The figure shows the first for two pictures, a row each, with a
# column for each filter.
def activations(net, X):
    return net[0](X), net[0](X)


torch.manual_seed(0)
net = nn.Sequential(
    nn.Conv2d(1, 4, 5), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(4, 4, 3), nn.ReLU(), nn.Flatten()
)
X, y = stripes(2)
first, second = activations(net, X)
d2l.show_heatmaps(first.detach(), 'column', 'row')
wanted = net[1](net[0](X))
deeper = net[4](net[3](net[2](wanted)))
off = 1.0
if first.shape == wanted.shape and second.shape == deeper.shape:
    off = max((first - wanted).abs().max().item(), (second - deeper).abs().max().item())
print(f'largest difference: {off:.5f}')

# region Hint
# Go through the layers one after the other with X = layer(X), and keep X behind each
# nn.ReLU.
# endregion
