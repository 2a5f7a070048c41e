# 12.3 Gradient descent: exercises of section 12.3 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch


# %% [12.3.2] A minimum without derivatives
# A convex function on an interval has its minimum where neither side goes down any
# more. Comparing values at two inner points says which end can be cut off.
#
# Your task: let minimize() find the place of the minimum of f between a and b to
# 0.00001, with values of f alone.
def f(x):
    return torch.log(torch.exp(x) + torch.exp(-2 * x - 3))


def minimize(f, a, b):
    return (a + b) / 2


a, b = torch.tensor(-4.0, dtype=torch.float64), torch.tensor(3.0, dtype=torch.float64)
found = minimize(f, a, b)
print(f'minimum at {found.item():.6f}')

# region Hint
# At a third and at two thirds of the way: if f is smaller at the first, the minimum is
# not in the last third. Repeat until the interval is short enough.
# endregion

# %% [12.3.3] Two directions at odds
# Where one direction is much steeper than another, the steep one limits the learning
# rate, and the flat one gets nowhere.
#
# Your task: choose the steepnesses (both above 0) so that the 100 best steps of
# gradient descent leave the flat coordinate, which begins at 1, above 0.9.
steep, flat = 1.0, 1.0

lr = 1 / steep  # the best there is for the steep direction alone
x = torch.tensor([1.0, 1.0], dtype=torch.float64)
for step in range(100):
    x = x - lr * torch.tensor([steep, flat]) * x
print(f'steepnesses: {steep:.6g} and {flat:.6g}')
print(f'after 100 steps the flat coordinate is {x[1].item():.5f}')

# region Hint
# Every step multiplies it by 1 - flat / steep. (1 - 0.001)**100 is about 0.9.
# endregion


# %% [12.3.4] A second derivative for each coordinate
# Dividing each coordinate's gradient by its own second derivative makes all directions
# alike.
#
# Your task: divide by what the Hessian has on its diagonal, so that ten steps with
# lr = 0.5 get near the minimum.
def f(x):
    return 50 * x[0] ** 2 + 0.05 * x[1] ** 2 + x[0] * x[1]


x = torch.tensor([1.0, 10.0], dtype=torch.float64, requires_grad=True)
for step in range(10):
    (gradient,) = torch.autograd.grad(f(x), x)
    with torch.no_grad():
        preconditioner = torch.ones(2)
        x -= 0.5 * gradient / preconditioner
print(f'distance from the minimum: {x.detach().norm().item():.6g}')

# region Hint
# The second derivatives are 100 and 0.1. torch.autograd.functional.hessian computes
# them all; torch.diagonal takes those of the diagonal.
# endregion
