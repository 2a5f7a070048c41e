"""A kernel that is larger than the volume."""

import torch
from torch import nn

nn.Conv3d(1, 1, 4)(torch.ones(1, 1, 3, 8, 8))
