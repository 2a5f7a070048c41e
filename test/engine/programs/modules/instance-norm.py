"""Instance normalisation with and without running statistics; PReLU per channel; losses at their corners."""

import warnings

import torch
from torch import nn
from torch.nn import functional as F

warnings.simplefilter('ignore')
torch.manual_seed(0)
for layer, x in (
    (nn.InstanceNorm1d(3), torch.randn(2, 3, 4)),
    (nn.InstanceNorm2d(3, affine=True, track_running_stats=True), torch.randn(2, 3, 4, 2)),
    (nn.InstanceNorm2d(3, momentum=0.4, track_running_stats=True), torch.randn(3, 4, 2)),
    (nn.InstanceNorm3d(2, affine=True), torch.randn(2, 2, 2, 2, 3)),
    (nn.LazyInstanceNorm1d(track_running_stats=True), torch.randn(2, 3, 4)),
    (nn.LazyInstanceNorm3d(affine=True), torch.randn(1, 3, 2, 2, 2)),
):
    print(layer, list(layer.state_dict()))
    x.requires_grad_()
    for mode in (True, True, False):
        layer.train(mode)
        x.grad = None
        made = layer(x)
        (made**3).sum().backward()
        print([round(e, 4) for e in made.flatten()[:5].tolist()], round(x.grad.norm().item(), 4))
    print(layer, {name: value for name, value in layer.state_dict().items()})

for call in (
    lambda: nn.InstanceNorm2d(3, affine=True)(torch.zeros(2, 4, 3, 3)),
    lambda: nn.InstanceNorm2d(3)(torch.zeros(2, 3)),
    lambda: nn.InstanceNorm2d(3)(torch.zeros(2, 3, 1, 1)),
    lambda: F.instance_norm(torch.zeros(2, 3, 4), use_input_stats=False),
    lambda: F.group_norm(torch.zeros(3), 1),
    lambda: F.prelu(torch.randn(2, 3, 4), torch.ones(2)),
    lambda: F.prelu(torch.tensor(-2.0), torch.ones(2)),
    lambda: F.softshrink(torch.ones(2), -0.5),
    lambda: F.gelu(torch.ones(2), approximate='exact'),
    lambda: F.multi_margin_loss(torch.ones(2, 3), torch.tensor([0, 1]), p=3),
    lambda: F.multi_margin_loss(torch.ones(2, 3), torch.tensor([0, 4])),
    lambda: F.multi_margin_loss(torch.ones(2, 3), torch.tensor([0, 1, 2])),
    lambda: F.multi_margin_loss(torch.ones(2, 3), torch.tensor([0, 1]), weight=torch.ones(1, 3)),
    lambda: F.triplet_margin_loss(torch.ones(2, 3), torch.ones(2, 3), torch.ones(3)),
    lambda: F.triplet_margin_loss(torch.ones(2, 3), torch.ones(2, 3), torch.ones(2, 3), margin=-0.5),
    lambda: F.gaussian_nll_loss(torch.ones(2, 3), torch.ones(2, 3), -torch.ones(2, 3)),
    lambda: F.gaussian_nll_loss(torch.ones(2, 3), torch.ones(2, 3), torch.ones(3, 3)),
    lambda: F.conv2d(torch.ones(1, 1, 3, 3), torch.ones(1, 1, 2, 2), dilation=-1),
    lambda: F.conv3d(torch.ones(1, 1, 3, 3, 3), torch.ones(1, 1, 2, 2, 2), padding=-1),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
print(F.gaussian_nll_loss(torch.zeros(2, 3), torch.ones(2, 3), torch.tensor([1.0, 2.0]), reduction='none'))
x = torch.randn(2, 3, 2, requires_grad=True)
layer = nn.PReLU(3)
layer(x).sum().backward()
print(layer.weight.grad, x.grad)
target = torch.tensor([0.0, 0.5, 0.5])
scores = torch.randn(3, requires_grad=True)
F.kl_div(scores, target, reduction='sum').backward()
print(scores.grad, F.kl_div(scores, torch.tensor([-0.1, 0.5, 0.6]), reduction='none'))
print(F.pad(torch.arange(9.0).reshape(1, 3, 3), (1, -1), mode='circular'))
print(F.multi_margin_loss(torch.tensor([0.1, 0.2, 0.4]), torch.tensor([1])))
