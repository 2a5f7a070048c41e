import torch

torch.matmul(torch.ones(2, dtype=torch.float64), torch.ones(2))
