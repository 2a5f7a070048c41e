# 12.9 Adadelta: exercises of section 12.9 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch


# %% [12.9.2] Without a rescaled gradient
# Adadelta keeps two leaky averages: s of the squared gradients, and delta of the
# squared changes of x. The rescaled gradient g' needs no memory of its own.
#
# Your task: complete a step with rho = 0.9 and an epsilon of 1e-5 within both square
# roots. Let x, s and delta be all that it keeps.
def step(x, gradient, s, delta):
    s = 0.9 * s + 0.1 * gradient**2
    change = gradient / torch.sqrt(s + 1e-5)
    return x - change, s, delta


def rotated(x):
    return 0.1 * (x[0] + x[1]) ** 2 + 2 * (x[0] - x[1]) ** 2


s, delta = torch.zeros(2), torch.zeros(2)
x = torch.tensor([-5.0, -2.0])
same = torch.tensor([-5.0, -2.0], requires_grad=True)
optimizer = torch.optim.Adadelta([same], lr=1.0, rho=0.9, eps=1e-5)
worst = 0.0
for t in range(1, 31):
    leaf = x.clone().requires_grad_()
    rotated(leaf).backward()
    x, s, delta = step(x, leaf.grad, s, delta)
    optimizer.zero_grad()
    rotated(same).backward()
    optimizer.step()
    worst = max(worst, (x - same.detach()).abs().max().item())
print(f'largest difference: {worst:.5f}')
print(f'value at the end: {rotated(x).item():.4f}')

# region Hint
# The change is the gradient times sqrt(delta + eps) / sqrt(s + eps), with the delta
# of before. Then delta takes the square of the change in.
# endregion
