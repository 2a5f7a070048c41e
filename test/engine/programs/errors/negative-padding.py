"""Negative margins cut off; those that cut off more than there is are an error."""

import torch
from torch import nn
from torch.nn import functional as F

x = torch.arange(24.0).reshape(1, 2, 3, 4)
for pad in ((-1, -1), (1, -2, 0, 1), (-4, 5), (1, 2, 3, -4), (-5, 7), (-3, -3), (0, 0, -4, 0)):
    for make in (lambda: F.pad(x, pad), lambda: nn.ZeroPad2d((pad * 2)[:4])(x)):
        try:
            result = make()
            print(pad, tuple(result.shape), result.sum().item())
        except RuntimeError as error:
            print(pad, str(error).split('\n')[0])
