# 12.8 RMSProp: exercises of section 12.8 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch


# %% [12.8.2] The same valley with a short memory
# RMSProp forgets: where Adagrad adds squares up, it keeps their leaky average.
#
# Your task: complete a step of RMSProp with a rate of 0.4, gamma = 0.9 and an epsilon
# of 1e-6, beside the square root.
def step(x, gradient, s):
    s = s + gradient**2
    return x - 0.4 * gradient / (s.sqrt() + 1e-6), s


def rotated(x):
    return 0.1 * (x[0] + x[1]) ** 2 + 2 * (x[0] - x[1]) ** 2


s = torch.zeros(2)
x = torch.tensor([-5.0, -2.0])
same = torch.tensor([-5.0, -2.0], requires_grad=True)
optimizer = torch.optim.RMSprop([same], lr=0.4, alpha=0.9, eps=1e-6)
worst = 0.0
for t in range(1, 31):
    leaf = x.clone().requires_grad_()
    rotated(leaf).backward()
    x, s = step(x, leaf.grad, s)
    optimizer.zero_grad()
    rotated(same).backward()
    optimizer.step()
    worst = max(worst, (x - same.detach()).abs().max().item())
print(f'largest difference: {worst:.5f}')
print(f'value at the end: {rotated(x).item():.4f}')

# region Hint
# Of the old average the part gamma is kept; the new square gets the rest, so that
# both make 1.
# endregion
