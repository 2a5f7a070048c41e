import torch

bool(torch.ones(0))
