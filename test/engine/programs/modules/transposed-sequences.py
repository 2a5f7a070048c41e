"""Transposed convolution of sequences, and layers that find out their channels."""

import torch
from torch import nn
from torch.nn import functional as F

torch.manual_seed(2)
X = torch.randn(2, 4, 5, requires_grad=True)
for options in ({}, {'stride': 2, 'padding': 1, 'output_padding': 1}, {'groups': 2, 'dilation': 2, 'bias': False}):
    layer = nn.ConvTranspose1d(4, 6, 3, **options)
    made = layer(X)
    made.sum().backward()
    print(layer)
    print(made.shape, f'{made.norm().item():.5f} {layer.weight.grad.norm().item():.4f}')
print(F.conv_transpose1d(torch.ones(1, 1, 3), torch.tensor([[[1.0, 2.0]]]), stride=2))
lazy = nn.LazyConvTranspose2d(3, 4, 2, 1)
print(lazy(torch.randn(2, 5, 4, 4)).shape)
print(lazy, lazy.weight.shape)
lazy = nn.LazyConvTranspose1d(3, 4)
print(lazy(torch.randn(2, 5, 4)).shape, lazy)
