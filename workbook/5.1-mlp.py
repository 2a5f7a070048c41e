# 5.1 Multilayer perceptrons: exercises of section 5.1 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from torch import nn


# %% [5.1.2] The slope of pReLU
# A pReLU gives x where x is positive, and alpha * x elsewhere.
#
# Your task: make slope() give its derivative for every element of x, without
# asking for a gradient. The lines below ask autograd, and compare.
def slope(x, alpha):
    return torch.ones_like(x)


alpha = 0.25
x = torch.arange(-3.9, 4.0, 0.2, requires_grad=True)
nn.functional.prelu(x, torch.tensor(alpha)).sum().backward()
difference = (slope(x.detach(), alpha) - x.grad).abs().max()
print(f'largest difference: {difference.item():.5f}')

# region Hint
# torch.where(condition, one, other) takes each element from one where the
# condition holds, else from the other. What is the slope on each side of zero?
# endregion


# %% [5.1.3] The slope of Swish
# Swish is x * sigmoid(beta * x): for a large beta nearly a ReLU, for a small one
# nearly a straight line.
#
# Your task: make slope() give its derivative with respect to x, again without
# asking for a gradient.
def slope(x, beta):
    return torch.sigmoid(beta * x)


differences = []
for beta in (0.1, 1.0, 5.0):
    x = torch.linspace(-6, 6, 61, requires_grad=True)
    (x * torch.sigmoid(beta * x)).sum().backward()
    differences.append((slope(x.detach(), beta) - x.grad).abs().max().item())
print(f'largest difference: {max(differences):.5f}')

# region Hint
# Use the product rule; the slope of sigmoid(z) is sigmoid(z) * (1 - sigmoid(z)),
# and z = beta * x brings a factor of its own.
# endregion


# %% [5.1.5] Tanh and sigmoid can do the same
# tanh(z) = 2 * sigmoid(2 * z) - 1. Whatever a network with tanh computes, one of
# the same size with sigmoid can compute as well.
#
# Your task: set the weights and biases of `other` so that it gives what `net`
# gives, for every input.
net = nn.Sequential(nn.Linear(3, 8), nn.Tanh(), nn.Linear(8, 1))
other = nn.Sequential(nn.Linear(3, 8), nn.Sigmoid(), nn.Linear(8, 1))

with torch.no_grad():
    for mine, given in zip(other.parameters(), net.parameters()):
        mine.copy_(given)

X = 3 * torch.randn(200, 3)
difference = (other(X) - net(X)).abs().max()
print(f'largest difference: {difference.item():.5f}')
print(f'sigmoid layers: {sum(isinstance(layer, nn.Sigmoid) for layer in other)}')

# region Hint
# The factor 2 inside belongs into the first layer, the factor 2 outside into the
# second. What does the -1 add to each output? It goes through the second
# layer's weights too, and can be taken up by its bias.
# endregion
