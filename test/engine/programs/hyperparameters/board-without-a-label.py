import torch
from d2l import torch as d2l

d2l.ProgressBoard().draw(0, 1, 'a')
