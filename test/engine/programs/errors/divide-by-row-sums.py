import torch

X = torch.ones(2, 3)
X / X.sum(axis=1)
