"""Adaptive, p-norm, fractional and three-dimensional pooling, with indices and back; padding; what they refuse."""

import torch
from torch import nn
from torch.nn import functional as F


def shown(made):
    if isinstance(made, tuple):
        return [shown(each) for each in made]
    return tuple(made.shape), [round(x, 4) for x in made.flatten().tolist()[:8]], made.grad_fn and made.grad_fn.name()


torch.manual_seed(1)
inputs = {1: torch.randn(2, 3, 9), 2: torch.randn(2, 3, 6, 7), 3: torch.randn(1, 2, 4, 5, 6)}
layers = {
    1: [nn.AdaptiveMaxPool1d(4, True), nn.LPPool1d(2, 3), nn.CircularPad1d((2, 1)), nn.AvgPool1d(3, 2, 1, True, False)],
    2: [
        nn.AdaptiveMaxPool2d((2, None), return_indices=True),
        nn.AdaptiveAvgPool2d((None, 3)),
        nn.LPPool2d(4, (3, 2), stride=(2, 1), ceil_mode=True),
        nn.FractionalMaxPool2d(2, output_size=(3, 4)),
        nn.FractionalMaxPool2d((2, 3), output_ratio=(0.5, 0.6), return_indices=True),
        nn.CircularPad2d((1, 2, 3, 0)),
        nn.AvgPool2d(3, 2, 1, ceil_mode=True),
        nn.AvgPool2d(3, 2, 1, ceil_mode=True, count_include_pad=False),
        nn.AvgPool2d(2, divisor_override=3),
    ],
    3: [
        nn.AdaptiveMaxPool3d(2, return_indices=True),
        nn.AdaptiveAvgPool3d((1, None, 2)),
        nn.AdaptiveAvgPool3d(1),
        nn.LPPool3d(2, 2),
        nn.FractionalMaxPool3d(2, output_size=2),
        nn.MaxPool3d((2, 3, 2), 2, (1, 1, 0), ceil_mode=True, return_indices=True),
        nn.MaxPool3d(2, 1, dilation=2),
        nn.AvgPool3d((2, 3, 2), 2, (1, 1, 0), ceil_mode=True),
        nn.AvgPool3d((2, 3, 2), 2, (1, 1, 0), ceil_mode=True, count_include_pad=False),
        nn.CircularPad3d(1),
        nn.ReflectionPad3d((1, 2, 1, 0, 1, 1)),
        nn.ReplicationPad3d(1),
        nn.ZeroPad3d((1, 0, 0, 0, 0, 1)),
    ],
}
for spatial, own in layers.items():
    for layer in own:
        x = inputs[spatial].clone().requires_grad_()
        print(layer)
        made = layer(x)
        first = made[0] if isinstance(made, tuple) else made
        (first**2).sum().backward()
        print(shown(made), round(x.grad.norm().item(), 4))

for layer in (
    nn.ConvTranspose3d(2, 4, 2, stride=(2, 1, 3), padding=1, output_padding=(1, 0, 2), groups=2, dilation=(1, 2, 1)),
    nn.LazyConvTranspose3d(2, 3),
):
    x = inputs[3].clone().requires_grad_()
    print(layer)
    made = layer(x)
    (made**2).sum().backward()
    print(shown(made.detach()), round(x.grad.norm().item(), 4), list(layer.state_dict()))

values, places = F.max_pool3d(inputs[3], 2, return_indices=True)
print(nn.MaxUnpool3d(2), shown(nn.MaxUnpool3d(2)(values, places, output_size=(4, 5, 6))))
values, places = F.max_pool2d(inputs[2], (3, 2), return_indices=True)
print(nn.MaxUnpool2d((3, 2)), shown(nn.MaxUnpool2d((3, 2))(values, places, inputs[2].size())))
values, places = F.max_pool1d(inputs[1], 3, return_indices=True)
print(nn.MaxUnpool1d(3), shown(nn.MaxUnpool1d(3)(values, places)))
print(F.avg_pool2d(torch.arange(-18, 18).reshape(1, 1, 6, 6), 2))

for call in (
    lambda: F.max_pool3d(inputs[3], 7),
    lambda: F.max_pool3d(inputs[3], 2, padding=2),
    lambda: F.max_pool3d(inputs[3], 2, stride=0),
    lambda: F.max_pool3d(inputs[3][0, 0], 2),
    lambda: F.max_pool3d(inputs[3], (2, 2)),
    lambda: F.max_pool3d(inputs[3], 2, dilation=0),
    lambda: F.avg_pool3d(inputs[3], 7),
    lambda: F.avg_pool3d(inputs[3], 2, divisor_override=0),
    lambda: F.avg_pool3d(inputs[3].int(), 2),
    lambda: F.avg_pool2d(inputs[2].int(), 2),
    lambda: F.adaptive_avg_pool3d(inputs[2][0], (2, 2, 2)),
    lambda: F.adaptive_avg_pool2d(inputs[2], -1),
    lambda: F.adaptive_avg_pool2d(inputs[1], (2, 2, 2)),
    lambda: F.adaptive_max_pool2d(inputs[2], (2, 2, 2)),
    lambda: F.adaptive_max_pool3d(inputs[3][:, :0], 2),
    lambda: F.adaptive_avg_pool2d(inputs[2].int(), 2),
    lambda: nn.FractionalMaxPool2d(3),
    lambda: nn.FractionalMaxPool2d(3, output_size=2, output_ratio=0.5),
    lambda: nn.FractionalMaxPool2d(3, output_ratio=2.0),
    lambda: F.fractional_max_pool2d(inputs[2], 3),
    lambda: nn.FractionalMaxPool2d(5, output_size=4)(inputs[2]),
    lambda: nn.CircularPad1d(12)(inputs[1]),
    lambda: nn.CircularPad2d(1)(inputs[3]),
    lambda: F.conv_transpose3d(inputs[3], torch.ones(3, 1, 2, 2, 2)),
    lambda: F.conv_transpose3d(inputs[3], torch.ones(2, 1, 2, 2, 2), output_padding=1),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
