import torch
from torch import nn

X = torch.rand(1, 2, 5, 5)
for layer in (
    nn.Conv2d(2, 3, 3), nn.Conv2d(2, 3, kernel_size=3, padding=1), nn.Conv2d(2, 4, (3, 5), padding=(1, 2), stride=2),
    nn.MaxPool2d(3), nn.MaxPool2d(3, padding=1, stride=2), nn.AvgPool2d(2), nn.LazyConv2d(2, kernel_size=2),
    nn.Conv2d(2, 2, 3, groups=2, bias=False), nn.Conv2d(2, 1, 1, dilation=1), nn.AdaptiveAvgPool2d(1),
):
    Y = layer(X)
    print(layer, Y.shape, Y.sum())
conv = nn.Conv2d(1, 1, kernel_size=(2, 2))
print(conv.weight, conv.bias)
nn.Conv2d(3, 1, 3)(X)
