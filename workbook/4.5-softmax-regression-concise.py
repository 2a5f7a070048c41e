# 4.5 Concise softmax regression: exercises of section 4.5 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch

# %% [4.5.1] Where exp() ends
# Each number format has arguments beyond which exp() is infinite.
#
# Your task: give the largest whole numbers whose exp() is still finite, in float32
# and in float64.
largest_32 = 50
largest_64 = 50

print(f'in float32: {torch.exp(torch.tensor(float(largest_32))).item():.3g}')
beyond = torch.exp(torch.tensor(float(largest_32 + 1)))
print(f'in float32 at one more finite: {int(torch.isfinite(beyond))}')
print(f'in float64: {torch.exp(torch.tensor(float(largest_64), dtype=torch.float64)).item():.3g}')
beyond = torch.exp(torch.tensor(float(largest_64 + 1), dtype=torch.float64))
print(f'in float64 at one more finite: {int(torch.isfinite(beyond))}')

# region Hint
# torch.finfo(torch.float32).max is the largest number there is; its logarithm says
# the rest.
# endregion
