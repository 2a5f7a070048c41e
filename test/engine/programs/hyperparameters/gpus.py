import torch
from d2l import torch as d2l

print(d2l.cpu(), d2l.try_gpu().type in ('cpu', 'cuda'), d2l.Trainer(max_epochs=1, num_gpus=0).gpus)
