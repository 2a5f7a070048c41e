import torch
from torch import nn

net = nn.Sequential(nn.LazyConv2d(4, kernel_size=3, padding=1), nn.LazyBatchNorm2d(), nn.ReLU(), nn.AdaptiveAvgPool2d((2, 2)),
                    nn.Flatten(), nn.LazyLinear(5), nn.LazyBatchNorm1d(), nn.LazyLinear(2))
print(net)
print(net[1].running_mean, net[1].weight, list(net.state_dict()))
print(net(torch.rand(3, 2, 6, 6)).shape)
print(net)
print(net[0].weight.shape, net[1].running_mean, type(net[1]).__name__)
print(nn.LazyConv1d(3, 2)(torch.rand(2, 5, 7)).shape)
