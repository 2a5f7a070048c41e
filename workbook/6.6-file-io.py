# 6.6 File I/O: exercises of section 6.6 of Dive into Deep
# Learning.
#
# Each cell with a number is an exercise. It says what to do, and runs as it
# stands: "Run D2L exercise" above it.

# %% Imports
import torch
from torch import nn

# %% [6.6.2] Layers of another network
# The first two layers of a trained network are to go on working in a new one whose
# end differs.
#
# Your task: save what is needed of `old` in a file, and load it into `new`.
torch.manual_seed(0)
old = nn.Sequential(nn.Linear(5, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU(), nn.Linear(4, 1))
new = nn.Sequential(nn.Linear(5, 8), nn.ReLU(), nn.Linear(8, 4), nn.ReLU(), nn.Linear(4, 3))

torch.save(old.state_dict(), 'old.params')
saved = torch.load('old.params')
print('saved:', list(saved))

X = torch.randn(10, 5)
print(f'largest difference: {(new[:4](X) - old[:4](X)).abs().max().item():.5f}')
print(f'outputs: {new(X).shape[1]}')

# region Hint
# The last layers do not fit. Take those entries of `saved` whose names belong to the
# first layers ('0.weight', …), and tell load_state_dict with strict=False that the
# others are missing.
# endregion
