import torch

x = torch.zeros(3)
x[1] = 4
x.add_(1)
