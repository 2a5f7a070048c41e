"""interpolate and Upsample in all modes, grid_sample and affine_grid: values, gradients, what they refuse."""

import warnings

import torch
from torch import nn
from torch.nn import functional as F

warnings.simplefilter('ignore')


def shown(tensor):
    return tuple(tensor.shape), [round(x, 3) + 0.0 for x in tensor.flatten().tolist()[:9]]


def tried(*args, **kwargs):
    x = args[0].detach().requires_grad_()
    try:
        made = F.interpolate(x, *args[1:], **kwargs)
        (made**2).sum().backward()
        print(kwargs, shown(made), round(x.grad.norm().item(), 3), made.grad_fn.name())
    except Exception as error:
        print(kwargs, type(error).__name__, error)


torch.manual_seed(0)
images = {3: torch.randn(1, 2, 5), 4: torch.randn(2, 1, 4, 5), 5: torch.randn(1, 1, 2, 3, 4)}
for rank, image in images.items():
    for mode in ('nearest', 'nearest-exact', 'area', 'linear', 'bilinear', 'bicubic', 'trilinear', 'cubic'):
        for size in ({'size': 3}, {'scale_factor': 1.7}):
            tried(image, mode=mode, **size)
for mode in ('bilinear', 'bicubic'):
    for corners in (True, False):
        tried(images[4], size=(2, 7), mode=mode, align_corners=corners)
        tried(images[4], size=(2, 3), mode=mode, align_corners=corners, antialias=True)
        tried(images[4], scale_factor=(1.3, 0.6), mode=mode, align_corners=corners, recompute_scale_factor=True)
tried(images[3], size=8, mode='linear', align_corners=True)
tried(images[5], size=(3, 4, 2), mode='trilinear', align_corners=True)
tried(images[4])
tried(images[4], size=3, scale_factor=2)
tried(images[4], size=(3,))
tried(images[4], scale_factor=(3.0,))
tried(images[4], size=(2.5, 3))
tried(images[4], size=3, align_corners=True)
tried(images[4], size=3, recompute_scale_factor=True)
tried(images[4], size=3, antialias=True)
tried(images[4], scale_factor=0.1)
for layer in (
    nn.Upsample(size=3),
    nn.Upsample(scale_factor=2, mode='bicubic', align_corners=True),
    nn.Upsample(scale_factor=(1.5, 2), recompute_scale_factor=True),
    nn.UpsamplingBilinear2d(size=(2, 3)),
    nn.UpsamplingNearest2d(scale_factor=3),
):
    print(layer, shown(layer(images[4])))
print(shown(F.upsample_nearest(images[4], 2)), shown(F.upsample_bilinear(images[4], scale_factor=2)))

theta = torch.tensor([[[0.8, -0.5, 0.2], [0.5, 0.9, -0.3]]], requires_grad=True)
image = images[4][:1].detach().requires_grad_()
for corners in (True, False):
    for mode in ('bilinear', 'nearest', 'bicubic'):
        for padding in ('zeros', 'border', 'reflection'):
            theta.grad = image.grad = None
            grid = F.affine_grid(theta, (1, 1, 3, 4), align_corners=corners)
            made = F.grid_sample(image, grid * 1.6, mode, padding, corners)
            (made**2).sum().backward()
            print(mode, padding, corners, shown(made), round(image.grad.norm().item(), 3), shown(theta.grad))
volume = images[5].detach().requires_grad_()
theta = torch.tensor([[[0.8, -0.5, 0.1, 0.2], [0.5, 0.9, 0.1, -0.3], [0.1, 0.2, 0.7, 0.1]]], requires_grad=True)
made = F.grid_sample(volume, F.affine_grid(theta, (1, 1, 2, 2, 2), align_corners=False), align_corners=False)
made.sum().backward()
print(shown(made), made.grad_fn.name(), shown(theta.grad))
for call in (
    lambda: F.grid_sample(image, torch.zeros(1, 2, 2, 3)),
    lambda: F.grid_sample(image, torch.zeros(2, 2, 2, 2)),
    lambda: F.grid_sample(image, torch.zeros(1, 2, 2, 2), mode='linear'),
    lambda: F.grid_sample(image, torch.zeros(1, 2, 2, 2), padding_mode='mirror'),
    lambda: F.grid_sample(volume, torch.zeros(1, 2, 2, 2, 3), mode='bicubic'),
    lambda: F.affine_grid(theta, (1, 1, 2, 2)),
    lambda: F.affine_grid(theta, (1, 1, 2)),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
