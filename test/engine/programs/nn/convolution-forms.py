import torch
from torch import nn
from torch.nn import functional as F

X = torch.rand(2, 2, 6, 5)
for layer in (
    nn.Conv2d(2, 3, 3, padding='same'), nn.Conv2d(2, 3, (2, 4), padding='same'), nn.Conv2d(2, 3, 2, padding='valid'),
    nn.Conv2d(2, 2, 3, padding=1, padding_mode='reflect'), nn.Conv2d(2, 2, 3, padding=1, padding_mode='replicate'),
    nn.Conv2d(2, 2, 3, padding=1, padding_mode='circular', bias=False), nn.ConvTranspose2d(2, 3, 2, stride=2),
    nn.AvgPool2d(2, padding=1, count_include_pad=False), nn.AvgPool2d(2, divisor_override=3), nn.AdaptiveAvgPool2d((None, 2)),
    nn.AdaptiveMaxPool2d(2), nn.ZeroPad2d(1), nn.ZeroPad2d((1, 2, 0, 1)), nn.ConstantPad2d(1, 3.5), nn.ReflectionPad2d(1),
    nn.ReplicationPad2d((1, 0, 2, 0)),
):
    Y = layer(X)
    print(layer, Y.shape, Y.sum().detach())
x = torch.rand(2, 3, 8)
for layer in (nn.Conv1d(3, 2, 3), nn.Conv1d(3, 2, 3, stride=2, padding=1), nn.MaxPool1d(2), nn.AvgPool1d(2), nn.AdaptiveAvgPool1d(4),
              nn.ZeroPad1d(2), nn.ConstantPad1d((1, 0), 2.0), nn.ReflectionPad1d(1), nn.ReplicationPad1d(2)):
    print(layer, layer(x).shape, layer(x).sum().detach())
for wrong in (lambda: nn.Conv2d(3, 4, 3, groups=2), lambda: nn.Conv2d(2, 3, 3, groups=2), lambda: nn.Conv2d(1, 1, 3, padding='same', stride=2),
              lambda: nn.Conv2d(4, 4, 3, groups=0)):
    try:
        wrong()
    except ValueError as error:
        print(error)
