import torch

assert torch.ones(2).sum() == 3, 'the sum is 2'
