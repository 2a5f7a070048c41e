import torch

torch.ones(2, 2) @ torch.arange(4).reshape(2, 2)
