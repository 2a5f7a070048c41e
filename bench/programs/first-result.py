"""Nothing but the import and one number: for the time of a cold start."""

import torch
from d2l import torch as d2l

print(d2l.__name__, torch.arange(3).sum().item(), flush=True)
