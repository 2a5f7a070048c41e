import torch

x = torch.arange(3)
x, x.shape, 'text'
