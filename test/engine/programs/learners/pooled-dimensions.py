import torch
import torch.nn.functional as F
from torch import nn


def attempt(f):
    try:
        result = f()
        print(result.shape if isinstance(result, torch.Tensor) and result.numel() > 9 else result)
    except Exception as e:
        print(type(e).__name__, str(e))


# Pooling and convolution of tensors with too few or too many dimensions.
for shape in ((3,), (3, 4), (2, 3, 4), (1, 2, 3, 4)):
    x = torch.arange(1.0, 1 + torch.Size(shape).numel()).reshape(shape)
    for f in (F.max_pool1d, F.max_pool2d, F.avg_pool1d, F.avg_pool2d):
        attempt(lambda: f(x, 2))
    for f in (F.adaptive_avg_pool1d, F.adaptive_avg_pool2d, F.adaptive_max_pool1d, F.adaptive_max_pool2d):
        attempt(lambda: f(x, 2))
    attempt(lambda: F.conv1d(x, torch.ones(1, 2, 2)))
    attempt(lambda: F.conv2d(x, torch.ones(1, 2, 2, 2)))
    attempt(lambda: F.conv_transpose2d(x, torch.ones(2, 1, 2, 2)))
