import torch

torch.tensor(3.0)[0]
