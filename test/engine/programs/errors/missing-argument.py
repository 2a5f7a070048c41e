import torch

torch.zeros_like()
