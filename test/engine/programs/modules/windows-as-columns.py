"""Unfold and fold, pixels and channels, resized images, normalization across channels."""

import torch
from torch import nn
from torch.nn import functional as F

x = torch.arange(32.0).reshape(1, 2, 4, 4).requires_grad_()
columns = F.unfold(x, 2, stride=2)
print(columns)
print(F.unfold(x, (3, 2), dilation=(1, 2), padding=1, stride=(2, 1)).shape)
print(F.unfold(x[0], 3, padding=1).shape)
print(F.fold(columns, (4, 4), 2, stride=2).equal(x))
print(F.fold(F.unfold(torch.ones(1, 1, 4, 4), 3, padding=1), 4, 3, padding=1))
kernel = torch.randn(3, 2, 3, 3)
by_hand = (kernel.reshape(3, -1) @ F.unfold(x, 3)).reshape(1, 3, 2, 2)
print(torch.allclose(by_hand, F.conv2d(x, kernel), atol=1e-4))
(F.unfold(x, 2) ** 2).sum().backward()
print(x.grad)

y = torch.arange(16.0).reshape(1, 4, 2, 2)
print(F.pixel_shuffle(y, 2))
print(F.pixel_unshuffle(F.pixel_shuffle(y, 2), 2).equal(y))
print(F.channel_shuffle(y, 2)[0, :, 0, 0])
print(F.local_response_norm(y, 3, alpha=0.5, beta=0.5))
print(F.local_response_norm(torch.ones(2, 3, 4), 2)[0])

for layer in (
    nn.Unfold(2, stride=2),
    nn.Fold((4, 4), (2, 2), stride=(2, 2)),
    nn.PixelShuffle(2),
    nn.PixelUnshuffle(2),
    nn.ChannelShuffle(2),
    nn.LocalResponseNorm(5),
    nn.Upsample(scale_factor=2),
    nn.Upsample(size=(3, 5), mode='bilinear'),
    nn.UpsamplingNearest2d(scale_factor=2),
    nn.UpsamplingBilinear2d(size=(3, 3)),
    nn.ConvTranspose1d(2, 3, 4, stride=2, padding=1),
    nn.LazyConvTranspose2d(3, 4, stride=2, padding=1),
):
    print(layer)
print(nn.Upsample(scale_factor=2)(y)[0, 0])
print(nn.Upsample(size=(3, 5), mode='bilinear')(y)[0, 0])
print(nn.UpsamplingBilinear2d(size=(3, 3))(y)[0, 0])
for wrong in (lambda: F.pixel_shuffle(y, 3), lambda: F.fold(columns, (5, 5), 2, stride=1)):
    try:
        wrong()
    except RuntimeError as error:
        print(error)
