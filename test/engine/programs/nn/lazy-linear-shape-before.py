import torch

from torch import nn

nn.LazyLinear(2).weight.shape
