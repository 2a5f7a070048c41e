"""Memory formats: the channels last, in strides and values, for tensors, casts, new tensors and modules."""

import torch
from torch import nn
x = torch.arange(24.).reshape(1, 2, 3, 4)
c = x.to(memory_format=torch.channels_last)
print(c.stride(), c.shape, c.is_contiguous(), c.is_contiguous(memory_format=torch.channels_last), torch.equal(c, x))
print(c.to(memory_format=torch.channels_last) is c, c.contiguous(memory_format=torch.channels_last) is c, c.contiguous().stride())
print(torch.channels_last, type(torch.channels_last), torch.channels_last_3d, torch.contiguous_format, torch.preserve_format)
print(x.clone(memory_format=torch.channels_last).stride(), torch.clone(x, memory_format=torch.contiguous_format).stride())
print(torch.empty(2, 3, 4, 5, memory_format=torch.channels_last).stride(), torch.zeros_like(x, memory_format=torch.channels_last).stride())
print(x.double(memory_format=torch.channels_last).stride(), x.half(memory_format=torch.channels_last).dtype)
v = torch.ones(1, 2, 2, 2, 2).contiguous(memory_format=torch.channels_last_3d)
print(v.stride(), v.is_contiguous(memory_format=torch.channels_last_3d), v.is_contiguous(memory_format=torch.channels_last))
w = x.clone().requires_grad_()
(w.contiguous(memory_format=torch.channels_last) * x).sum().backward()
print(torch.equal(w.grad, x))
net = nn.Sequential(nn.Conv2d(2, 3, 2), nn.BatchNorm2d(3), nn.Flatten(), nn.Linear(18, 2)).to(memory_format=torch.channels_last)
print(net[0].weight.stride(), net[3].weight.stride(), net(c).shape)
for call in ('x[0].contiguous(memory_format=torch.channels_last)', 'x.to(memory_format=torch.channels_last_3d)'):
    try:
        print(eval(call).stride())
    except Exception as error:
        print(type(error).__name__, str(error).split('\n')[0])
