"""A loop that does nothing but give a tensor a name: the worst case."""

import torch

a = torch.ones(3)
for i in range(300000):
    b = a
