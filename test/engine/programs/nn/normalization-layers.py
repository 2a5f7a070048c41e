import torch
from torch import nn

X = torch.arange(24.0).reshape(2, 3, 4) ** 1.5
for layer in (
    nn.BatchNorm1d(3), nn.BatchNorm1d(3, affine=False), nn.BatchNorm1d(3, momentum=None), nn.BatchNorm1d(3, track_running_stats=False),
    nn.LayerNorm(4), nn.LayerNorm([3, 4], elementwise_affine=False), nn.GroupNorm(1, 3), nn.InstanceNorm1d(3), nn.RMSNorm(4),
):
    print(layer)
    print(layer(X).detach())
    print(layer.eval()(X).sum().item() is not None, [name for name, _ in layer.named_parameters()], list(layer.state_dict()))
bn = nn.BatchNorm1d(3)
bn(X)
bn(X + 1)
print(bn.running_mean, bn.running_var, bn.num_batches_tracked)
images = torch.rand(2, 2, 3, 3)
for layer in (nn.BatchNorm2d(2), nn.GroupNorm(2, 2), nn.InstanceNorm2d(2, affine=True)):
    print(layer, layer(images).mean().abs() < 1e-6, layer(images).std())
for wrong in (lambda: bn(images), lambda: nn.BatchNorm2d(2)(X), lambda: bn(torch.ones(1, 3)), lambda: nn.GroupNorm(2, 3)):
    try:
        wrong()
    except ValueError as error:
        print(error)
