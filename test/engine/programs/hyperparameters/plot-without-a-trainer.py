import torch
from d2l import torch as d2l

d2l.Module().plot('loss', torch.tensor(1.0), train=True)
