import torch
from torch import nn

pad = nn.ConstantPad3d((1, 0, 0, 2, 1, 1), 7.0)
print(pad, nn.ConstantPad3d(2, -1))
x = torch.arange(8.0).reshape(1, 1, 2, 2, 2).requires_grad_()
y = pad(x)
print(y)
y.square().sum().backward()
print(x.grad.flatten(), nn.ConstantPad3d(-1, 0)(torch.ones(2, 4, 4, 4)).shape)
