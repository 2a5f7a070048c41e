# 12.10 Adam: exercises of section 12.10 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch


# %% [12.10.2] Averages that need no correction
# Adam's averages begin at 0, so that the first ones are too small, and are divided by
# 1 - beta**t. If the weight of what is new falls with t instead, they are right from
# the start.
#
# Your task: complete share(): the part that the t-th gradient (t = 1, 2, ...) gets,
# so that the average is the corrected one. The first gradient gets all.
def share(t, beta):
    return 1 - beta


def step(t, x, gradient, v, s):
    v = v + share(t, 0.9) * (gradient - v)
    s = s + share(t, 0.999) * (gradient**2 - s)
    return x - 0.4 * v / (s.sqrt() + 1e-8), v, s


def rotated(x):
    return 0.1 * (x[0] + x[1]) ** 2 + 2 * (x[0] - x[1]) ** 2


v, s = torch.zeros(2), torch.zeros(2)
x = torch.tensor([-5.0, -2.0])
same = torch.tensor([-5.0, -2.0], requires_grad=True)
optimizer = torch.optim.Adam([same], lr=0.4, betas=(0.9, 0.999), eps=1e-8)
worst = 0.0
for t in range(1, 31):
    leaf = x.clone().requires_grad_()
    rotated(leaf).backward()
    x, v, s = step(t, x, leaf.grad, v, s)
    optimizer.zero_grad()
    rotated(same).backward()
    optimizer.step()
    worst = max(worst, (x - same.detach()).abs().max().item())
print(f'largest difference: {worst:.5f}')
print(f'value at the end: {rotated(x).item():.4f}')

# region Hint
# Write down the corrected average of t gradients, the newest of which has the weight
# 1 - beta, and divide by the sum of all weights.
# endregion
