import torch

X = torch.zeros(2, 3)
X[0] = torch.ones(2)
