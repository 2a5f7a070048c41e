"""An element that is infinite or NaN shows only in the parts that hold it."""

import torch
from torch import nn
from torch.nn import functional as F

row = torch.tensor([[[1.0, 2.0, float('inf'), 4.0, 5.0, 6.0, 7.0, float('nan')]]], requires_grad=True)
means = F.adaptive_avg_pool1d(row, 3)
print(means)
means[0, 0, 0].backward()
print(row.grad)

image = torch.arange(36.0).reshape(1, 1, 6, 6)
image[0, 0, 1, 1] = float('-inf')
image[0, 0, 5, 5] = float('nan')
print(F.adaptive_avg_pool2d(image, (3, 2)))
print(F.avg_pool3d(image.reshape(1, 1, 1, 6, 6), (1, 2, 2)))
print(F.adaptive_avg_pool3d(image.reshape(1, 1, 1, 6, 6), (1, 3, 3)))
for size in (4, 9):
    for corners in (False, True):
        print(F.interpolate(image, size=(size, size), mode='bilinear', align_corners=corners))
print(F.interpolate(image, size=(5, 4), mode='bilinear', antialias=True))
print(F.interpolate(image, size=(4, 4), mode='bicubic'))
print(F.interpolate(image[0], size=4, mode='linear'))

# Sums of large numbers overflow before they are divided.
print(F.adaptive_avg_pool2d(torch.full((1, 1, 4, 4), 3e38), 2))

grid = torch.tensor([[[[-0.875, -0.875], [0.125, 0.25], [1.5, 0.0], [0.875, 0.875]]]], requires_grad=True)
read = F.grid_sample(image, grid, align_corners=False)
print(read)
read[0, 0, 0, 1].backward()
print(grid.grad)
volume = torch.tensor([1.0, float('nan'), 3.0, 4.0, 5.0, 6.0, 7.0, 8.0]).reshape(1, 1, 2, 2, 2)
places = torch.tensor([1.4, 1.4, 1.4, float('inf'), 0.0, 0.0]).reshape(1, 1, 1, 2, 3).requires_grad_()
found = F.grid_sample(volume, places, align_corners=True)
print(found)
found.sum().backward()
print(places.grad)

# Of one part the mean alone is taken, of any number of dimensions and without elements too.
print(nn.AdaptiveAvgPool2d(1)(torch.ones(2, 3, 4, 5, 2)).shape)
nothing = torch.zeros(1, 0, 5, 6, requires_grad=True)
nn.AdaptiveAvgPool2d(1)(nothing).sum().backward()
print(nothing.grad)
print(F.adaptive_avg_pool2d(torch.zeros(0, 8, 4, 3, dtype=torch.int32), (6, 2)).dtype)
print(F.max_pool2d(torch.arange(12.0).reshape(1, 1, 2, 6), 3, ceil_mode=True))
