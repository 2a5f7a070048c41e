import torch

from torch import nn

nn.Module()(torch.ones(1))
