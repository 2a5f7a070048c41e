# 12.11 Learning rate scheduling: exercises of section 12.11 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch

# %% [12.11.2] A polynomial schedule
# The learning rate falls as a power of the step: lr / (1 + step)**power. The book's
# square root is power = 0.5.
#
# Your task: choose the power (between 0 and 1) with which descent on a noisy parabola
# ends within 0.05 of the minimum at 0, on average over 200 runs.
power = 0.0

torch.manual_seed(0)
x = torch.full((200,), 5.0)
for step in range(2000):
    lr = 0.5 / (1 + step) ** power
    x = x - lr * (x + 2 * torch.randn(200))
print(f'power: {power:.3f}')
print(f'typical distance: {x.abs().mean().item():.5f}')

# region Hint
# With power 0 the noise goes on for ever; with a power of 1 the steps may become too small
# before x has come down. Try those between.
# endregion


# %% [12.11.3] A cosine, after a warmup
# The rate rises from 0 to 0.3 in the first 5 steps, in a straight line, and then falls to
# 0.01 at step 20 along half a cosine.
#
# Your task: let rate() return it.
def rate(step):
    return 0.3


wanted = {0: 0.0, 1: 0.06, 4: 0.24, 5: 0.3, 10: 0.2275, 20: 0.01, 25: 0.01}
off = max(abs(rate(step) - lr) for step, lr in wanted.items())
print('rates:', [round(rate(step), 4) for step in range(0, 26, 5)])
print(f'largest difference: {off:.5f}')

# region Hint
# Half a cosine goes from 1 to 0 as (1 + cos(pi * t)) / 2, t being the part of the way from
# step 5 to step 20. After that it stays where it is.
# endregion
