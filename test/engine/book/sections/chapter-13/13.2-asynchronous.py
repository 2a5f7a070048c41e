# %%
import numpy
import torch
from d2l import torch as d2l

device = d2l.try_gpu()
a = torch.randn(size=(30, 30), device=device)
b = torch.mm(a, a)
device, b.shape

# %%
x = torch.ones((1, 2), device=device)
y = torch.ones((1, 2), device=device)
z = x * y + 2
z
