import torch

torch.dot(torch.ones(2), torch.arange(2))
