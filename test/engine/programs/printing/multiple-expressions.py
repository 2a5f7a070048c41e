import torch

torch.zeros(1)
torch.ones(1)
