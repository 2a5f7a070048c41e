import torch

from torch import nn

print(nn.Parameter(torch.ones(2)))
nn.Parameter(torch.tensor([1.5]), requires_grad=False)
