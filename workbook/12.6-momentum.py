# 12.6 Momentum: exercises of section 12.6 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch

# %% [12.6.2] Many steepnesses at once
# f(x) is the sum of s * x**2 / 2 over five coordinates whose steepness s halves from one
# to the next. Each begins at 1.
#
# Your task: choose lr and momentum so that 30 steps bring every coordinate below
# 0.01. Without momentum no rate does: above 2 the steepest diverges.
steepness = 0.5 ** torch.arange(5.0)
lr, momentum = 0.1, 0.0

x = torch.ones(5)
velocity = torch.zeros(5)
for step in range(30):
    velocity = momentum * velocity + steepness * x
    x = x - lr * velocity
print(f'farthest coordinate: {x.abs().max().item():.5f}')
print(f'momentum: {momentum:.3f}')

# region Hint
# Momentum lets the flat directions gather speed. Too much of it, and all of them swing
# about: go up in steps of 0.1.
# endregion


# %% [12.6.3] The bottom of a quadratic
# h(x) = x · Q x / 2 + x · c + b, with a symmetric Q of positive eigenvalues, is lowest
# where its gradient is zero.
#
# Your task: compute the place and the value of the minimum.
Q = torch.tensor([[4.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 2.0]], dtype=torch.float64)
c, b = torch.tensor([1.0, -2.0, 3.0], dtype=torch.float64), 5.0

place = torch.zeros(3, dtype=torch.float64)
value = b

print(f'largest element of the gradient: {(Q @ place + c).abs().max().item():.6f}')
height = (place @ Q @ place / 2 + place @ c + b).item()
print(f'largest difference: {abs(height - value):.6f}')

# region Hint
# The gradient is Q x + c: torch.linalg.solve. Put the place into h for the value.
# endregion
