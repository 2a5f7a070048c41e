# 12.4 Stochastic gradient descent: exercises of section 12.4 of
# Dive into Deep Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch


# %% [12.4.1] A schedule against the noise
# f(x) = x1**2 + 2 * x2**2 has its minimum at (0, 0), but only noisy gradients of it
# are seen. With a constant rate x keeps moving about.
#
# Your task: choose a rate for each step t so that the last 200 of 1000 steps are less
# than 0.05 away from the minimum on average. It may fall, but not below 0.001: data
# may change.
def rate(t):
    return 0.1


torch.manual_seed(0)
x = torch.tensor([-5.0, -2.0])
path = []
for t in range(1000):
    gradient = torch.tensor([2.0, 4.0]) * x + torch.randn(2)
    x = x - rate(t) * gradient
    path.append(x)
distances = torch.stack(path)[-200:].norm(dim=1)
print(f'distance: {distances.mean().item():.4f}')
print(f'last rate: {rate(999):.5f}')

# region Hint
# Rates that fall exponentially stop too early; 0.1 * (t + 1) ** -0.5 falls too slowly
# yet. What about a / (1 + b * t)?
# endregion


# %% [12.4.3] With replacement
# An epoch without replacement sees each of n examples once. With replacement it draws
# n times out of all of them, and misses some.
#
# Your task: give the part of the examples that such an epoch sees on average, as a
# formula in n. The lines below draw.
def seen(n):
    return 1.0


torch.manual_seed(0)
worst = 0.0
for n in (10, 100, 1000):
    runs = [len(torch.randint(0, n, (n,)).unique()) / n for _ in range(3000 // n + 50)]
    worst = max(worst, abs(sum(runs) / len(runs) - seen(n)))
print(f'farthest from what was drawn: {worst:.4f}')
print(f'of a million: {seen(1_000_000):.4f}')

# region Hint
# One draw misses a certain example with probability 1 - 1 / n, and the n draws are
# independent.
# endregion
