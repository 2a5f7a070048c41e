import torch

torch.matmul(torch.ones(2, 2), 3)
