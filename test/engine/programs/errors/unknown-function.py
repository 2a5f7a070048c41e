import torch

torch.no_such_function(1)
