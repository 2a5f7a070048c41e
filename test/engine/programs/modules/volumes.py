"""Layers for volumes: shapes, values, gradients, reprs, and what they refuse."""

import torch
from torch import nn
from torch.nn import functional as F

torch.manual_seed(3)
X = torch.randn(2, 3, 6, 7, 8, requires_grad=True)
layers = [
    nn.Conv3d(3, 4, 3),
    nn.Conv3d(3, 6, (1, 3, 2), stride=(1, 2, 1), padding=(0, 1, 1), groups=3, bias=False),
    nn.Conv3d(3, 2, 3, padding='same', dilation=2),
    nn.Conv3d(3, 2, 3, padding=1, padding_mode='replicate'),
    nn.MaxPool3d(2),
    nn.MaxPool3d((1, 3, 2), stride=2, padding=(0, 1, 1), ceil_mode=True),
    nn.AvgPool3d(2),
    nn.AvgPool3d(3, stride=2, padding=1, count_include_pad=False),
    nn.AvgPool3d((1, 2, 2), divisor_override=3),
]
for layer in layers:
    X.grad = None
    made = layer(X)
    (made**2).sum().backward()
    print(layer)
    print(made.shape, f'{made.sum().item():.4f} {made.abs().mean().item():.5f} {X.grad.norm().item():.4f}')
    for name, parameter in layer.named_parameters():
        print(' ', name, tuple(parameter.shape), f'{parameter.grad.norm().item():.4f}')

lazy = nn.LazyConv3d(2, 3)
print(lazy)
print(lazy(X).shape, lazy)
print(nn.MaxPool3d(2)(X[0]).shape, F.conv3d(X[0], torch.ones(1, 3, 2, 2, 2)).shape)
print(F.avg_pool3d(torch.arange(8.0).reshape(1, 1, 2, 2, 2), 2))

torch.manual_seed(1)
dropped = nn.Dropout3d(0.5)(torch.ones(2, 4, 2, 2, 2))
print(dropped[:, :, 0, 0, 0])
print(nn.Dropout3d(0.5).eval()(torch.ones(1, 1, 1, 1, 2)))

net = nn.Sequential(nn.Conv3d(1, 2, 3), nn.BatchNorm3d(2), nn.ReLU(), nn.MaxPool3d(2), nn.Flatten(), nn.LazyLinear(2))
print(net(torch.randn(4, 1, 6, 6, 6)).shape)
print(net)
