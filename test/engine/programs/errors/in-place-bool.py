import torch

x = torch.zeros(2, dtype=torch.bool)
x += 0.5
