"""SyncBatchNorm without other processes: the values of batch normalisation, of any shape; conversion of a network."""

import torch
from torch import nn

torch.manual_seed(0)
layer = nn.SyncBatchNorm(3)
print(layer)
for shape in ((4, 3), (2, 3, 4), (2, 3, 2, 2)):
    out = layer(torch.randn(shape))
    print(out.flatten()[:4], layer.running_mean, layer.num_batches_tracked)
layer.eval()
print(layer(torch.ones(2, 3)))
net = nn.SyncBatchNorm.convert_sync_batchnorm(nn.Sequential(nn.Conv2d(1, 2, 2), nn.BatchNorm2d(2), nn.Sequential(nn.BatchNorm1d(4, affine=False))))
print(net, list(net.state_dict()))
for wrong in (torch.ones(3), torch.ones(2, 0)):
    try:
        layer(wrong)
    except Exception as error:
        print(type(error).__name__, error)
