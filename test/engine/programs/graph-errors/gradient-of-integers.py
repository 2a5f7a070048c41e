import torch

torch.arange(3, requires_grad=True)
