import torch

from torch import nn

nn.Linear(2, 1)(torch.ones(3, 3))
