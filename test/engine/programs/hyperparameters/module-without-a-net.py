import torch
from d2l import torch as d2l

d2l.Module()(torch.ones(1))
