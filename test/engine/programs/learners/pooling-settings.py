import torch
import torch.nn.functional as F
from torch import nn


def attempt(f):
    try:
        result = f()
        print(result.shape if isinstance(result, torch.Tensor) and result.numel() > 9 else result)
    except Exception as e:
        print(type(e).__name__, str(e))


x = torch.ones(1, 1, 2, 2)
kernel = torch.ones(1, 1, 2, 2)
attempt(lambda: F.max_pool2d(x, 3))
attempt(lambda: F.avg_pool2d(x, 3))
attempt(lambda: F.max_pool2d(x, 2, padding=2))
attempt(lambda: F.avg_pool2d(x, 2, padding=2))
attempt(lambda: F.max_pool2d(x, 0))
attempt(lambda: F.max_pool2d(x, 2, stride=0))
attempt(lambda: F.conv2d(x, kernel, torch.ones(2)))
attempt(lambda: F.conv2d(x, kernel, stride=0))
attempt(lambda: F.conv2d(x, kernel, padding=-1))
attempt(lambda: F.conv2d(x.long(), kernel))
attempt(lambda: F.conv2d(x, kernel.double()))
attempt(lambda: F.conv2d(x, torch.ones(1, 1, 2)))
attempt(lambda: F.conv1d(torch.ones(1, 1, 2), torch.ones(1, 1, 3)))
attempt(lambda: nn.MaxPool2d(2)(torch.ones(2, 2)))

# A last window that reaches beyond the image: how many there are, and what counts in a mean.
image = torch.arange(25.0).reshape(1, 1, 5, 5)
print(F.avg_pool2d(image, 2, padding=1, ceil_mode=True))
print(F.avg_pool2d(image, 3, stride=2, ceil_mode=True, count_include_pad=False))
print(F.avg_pool2d(image, 4, stride=3, ceil_mode=True))
print(F.max_pool2d(image[..., :4, :4], 3, 3, 1, 1, True))
print(F.avg_pool1d(image.reshape(1, 5, 5), 2, ceil_mode=True))
leaf = image.clone().requires_grad_()
F.avg_pool2d(leaf, 2, ceil_mode=True).sum().backward()
print(leaf.grad)
