import torch
from d2l import torch as d2l

block = d2l.ResNeXtBlock(32, 16, 1)
print(block(torch.randn(4, 32, 8, 8)).shape, block.conv2.groups, [name for name, _ in block.named_children()])
print(d2l.ResNeXtBlock(32, 16, 0.5, True, 2)(torch.randn(1, 3, 8, 8)).shape)
net = d2l.resnet18(10, 3)
print([name for name, _ in net.named_children()], sum(parameter.numel() for parameter in net[:3].parameters()))
