import torch
from torch.nn import functional as F

image = torch.arange(16.0).reshape(1, 1, 4, 4)
print(F.conv2d(image, torch.ones(1, 1, 2, 2)))
print(F.max_pool2d(image, 2))
print(F.avg_pool2d(image, 2, stride=1))
print(F.conv2d(image, torch.ones(1, 1, 3, 3), padding=1, stride=2))
print(F.adaptive_avg_pool2d(image, 2))
print(F.interpolate(image, scale_factor=2).shape)
print(F.unfold(image, 2).shape)
print(F.conv1d(torch.arange(5.0).reshape(1, 1, 5), torch.ones(1, 1, 2)))
